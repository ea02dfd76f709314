package org.poshremote.benchmarks.language;

/** A script of about so many lines, the same each time, of the mixture that people write: help, parameters, loops, strings, tables, pipelines. */
final class GeneratedScript {
    private static final String FUNCTION = """
        function Set-ThingNUMBER {
            <#
            .SYNOPSIS
                Makes the thing what it should be.
            .PARAMETER Name
                Names of things; "quoted" or 'not'.
            .EXAMPLE
                Set-ThingNUMBER -Name a, b -Force
            #>
            [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
            [OutputType([pscustomobject])]
            param (
                [Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'ByName')]
                [ValidateNotNullOrEmpty()]
                [string[]] $Name,
                [ValidateSet('Present', 'Absent')] [string] $Ensure = 'Present',
                [ValidateRange(1, 65535)] [int] $Port = 80NUMBER,
                [hashtable] $Options = @{ Retry = 3; Wait = 1.5; Nested = @{ a = 1, 2, 3 } },
                [switch] $Force
            )
            begin {
                $results = [System.Collections.Generic.List[object]]::new()
                $prefix = "$env:ProgramData\\things\\NUMBER"
            }
            process {
                foreach ($one in $Name | Where-Object { $_ -and $_.Length -gt 2 } | Sort-Object -Unique) {
                    $path = Join-Path -Path $prefix -ChildPath "$one-$($Options['Retry'] * 2).xml"
                    if (-not (Test-Path -LiteralPath $path) -and ($Force -or $PSCmdlet.ShouldProcess($path, "Create $one"))) {
                        try {
                            $null = New-Item -Path $path -ItemType File -Force -ErrorAction Stop
                            Write-Verbose -Message ('Created {0} at {1:o}' -f $path, (Get-Date))
                        } catch [System.IO.IOException] {
                            Write-Warning "Could not create ${path}: $($_.Exception.Message)"
                            continue
                        }
                    } elseif ($Ensure -eq 'Absent') {
                        Remove-Item -LiteralPath $path -Force -Confirm:$false 2>$null
                    }
                    $state = switch -Regex ($one) { '^a' { 'first'; break } '\\d$' { 'numbered' } default { 'other' } }
                    $results.Add([pscustomobject]@{ Name = $one; Path = $path; State = $state; Port = $Port + NUMBER })
                }
            }
            end { $results | Select-Object -Property Name, State, @{ Name = 'Size'; Expression = { (Get-Item $_.Path).Length / 1kb } } }
        }

        """;

    private GeneratedScript() {
    }

    static String ofLines(int lines) {
        int each = (int) FUNCTION.lines().count();
        StringBuilder text = new StringBuilder("#Requires -Version 5.1\n");
        for (int i = 0; i * each < lines; i++) {
            text.append(FUNCTION.replace("NUMBER", String.valueOf(i)));
        }
        return text.toString();
    }
}
