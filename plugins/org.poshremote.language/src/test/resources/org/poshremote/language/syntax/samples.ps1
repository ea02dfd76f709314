#Requires -Version 5.1
using namespace System.Text

<#
.SYNOPSIS
    Everything the language has, in one script that does nothing useful.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [Parameter(Mandatory, Position = 0)] [ValidateSet('a', 'b')] [string] $Name,
    [int[]] $Numbers = @(1, 0x1F, 1kb, 1.5e3, 10L, 3d),
    [switch] $Force
)

enum Color { Red; Green = 5; Blue }

class Animal {
    [string] $Name = 'none'
    hidden [int] $Age
    static [int] $Count = 0
    Animal([string] $name) { $this.Name = $name; [Animal]::Count++ }
    [string] ToString() { return "$($this.Name) ($($this.Age))" }
}

class Dog : Animal {
    Dog([string] $name) : base($name) { }
}

function Get-Thing {
    [Alias('gt')]
    param([Parameter(ValueFromPipeline)] $InputObject, [scriptblock] $Filter = { $true })
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { if (& $Filter $_) { $all.Add($_) } }
    end { , $all }
}

filter Double-It { $_ * 2 }

$table = @{ Key = 'value'; 'quoted key' = 1, 2, 3; Nested = @{ A = { $args[0] } } }
$here = @"
Name: $Name, sum $(1 + 2), ${env:PATH}, $($table['Key'].Length) `$escaped
"@
$raw = @'
nothing $is expanded "here"
'@
$x, $y = 1, 2
[int] $typed = '42'
$i = 0; $i++; ++$i; $i += 2 * (3 - 1) % 4
$text = "it's" + 'a "test"' -replace '(\w+)', '<$1>' -split ',' -join ';'
$bool = -not ($x -eq 1 -and $y -ne 2) -or $null -eq $table.Nested?.A
$range = 1..10 | Where-Object { $_ -gt 3 } | ForEach-Object -Process { "$_!" } -End { 'done' }

:outer foreach ($item in $Numbers) {
    switch -Regex ($item) {
        '^1' { continue outer }
        { $_ -is [int] } { break }
        default { Write-Output "other: $item" }
    }
}
for ($n = 0; $n -lt 3; $n++) { if ($n -eq 1) { continue } elseif ($n -eq 2) { break } else { $n } }
while ($false) { }
do { $i-- } while ($i -gt 0)
do { $i++ } until ($i -ge 3)

try { throw [System.InvalidOperationException]::new('broken') }
catch [System.InvalidOperationException], [System.IO.IOException] { Write-Warning $_.Exception.Message }
catch { exit 3 }
finally { $table.Remove('Key') }
trap [System.Exception] { Write-Error $_; continue }

& 'C:\Program Files\tool.exe' --flag="a b" -x:$Force 2>&1 > out.txt
. $PSScriptRoot/library.ps1
cmd.exe /c echo --% %PATH% "quoted |
Get-ChildItem -Path $HOME\*.txt -Recurse:$false | Sort-Object Length, @{ Expression = { $_.Name } } |
    Select-Object -First 3 *> $null
$c = $x ? 'yes' : 'no'
$d = $null ?? 'default'
$d ??= 5
Get-Process && Write-Output ok || Write-Output failed
Start-Job { 1 } &
$env:TEMP; $script:counter; $global:a; ${a name with blanks}; $$; $?; $^
[math]::Max(1, 2).ToString('N2'); $table.Keys.ForEach{ $_ }; @(1, 2)[-1]; 'abc'[0..1]; {1}.Invoke()

configuration Web {
    param([string] $NodeName)
    Node $NodeName {
        WindowsFeature IIS {
            Ensure = 'Present'
            Name = 'Web-Server'
        }
    }
}
