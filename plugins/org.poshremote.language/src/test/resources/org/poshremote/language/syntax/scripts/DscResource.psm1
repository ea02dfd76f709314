# A resource of DSC as functions, and one as a class
$script:localizedData = Get-LocalizedData -ResourceName 'Site' -ErrorAction 'Stop'

function Get-TargetResource
{
    [CmdletBinding()]
    [OutputType([System.Collections.Hashtable])]
    param
    (
        [Parameter(Mandatory = $true)]
        [ValidateSet('Present', 'Absent')]
        [System.String]
        $Ensure,

        [Parameter(Mandatory = $true)] [ValidateNotNullOrEmpty()] [System.String] $Name,

        [Parameter()]
        [Microsoft.Management.Infrastructure.CimInstance[]]
        [AllowEmptyCollection()]
        $Binding = @(),

        [Nullable[System.UInt32]] $Limit = $null
    )

    Write-Verbose -Message ($script:localizedData.Reading -f $Name, ($Binding | Measure-Object).Count)
    $found = @(Get-CimInstance -ClassName Site -Filter "Name='$($Name -replace "'", "''")'" -ErrorAction SilentlyContinue)
    return @{
        Ensure  = if ($found.Count -gt 0) { 'Present' } else { 'Absent' }
        Name    = $Name; Limit = [UInt32] 0
        Binding = @($found | ForEach-Object -Process { $_.Binding } | Where-Object { $null -ne $_ })
    }
}

enum Ensure { Absent; Present }

[DscResource(RunAsCredential = 'Optional')]
class Site : SiteBase
{
    [DscProperty(Key)]
    [ValidatePattern('^[a-z]+$')]
    [string] $Name

    [DscProperty(Mandatory)]
    [Ensure] $Ensure = [Ensure]::Present

    [DscProperty(NotConfigurable)] [Nullable[datetime]] $Changed

    hidden [hashtable] $cache = @{}
    static [int] $Count

    Site() : base('site') { [Site]::Count++ }

    [Site] Get()
    {
        $this.Changed = Get-Date
        return $this
    }

    [void] Set()
    {
        if ($this.Test()) { return }
        switch ($this.Ensure)
        {
            ([Ensure]::Present) { New-Item -Path $this.Path() -ItemType Directory -Force | Out-Null }
            'Absent' { Remove-Item -LiteralPath $this.Path() -Recurse -Force }
            default { throw [System.NotSupportedException]::new("$_") }
        }
    }

    [bool] Test()
    {
        $there = Test-Path -Path $this.Path()
        return ($there -and $this.Ensure -eq [Ensure]::Present) -or (-not $there -and $this.Ensure -eq [Ensure]::Absent)
    }

    hidden [string] Path() { return Join-Path -Path $env:SystemDrive -ChildPath "sites\$($this.Name)" }
}

class SiteBase { SiteBase([string] $kind) { } }

Export-ModuleMember -Function *-TargetResource
