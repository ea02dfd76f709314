#!/usr/bin/env pwsh
#Requires -Version 7.4
#Requires -PSEdition Core
using namespace System.Collections.Generic
using namespace System.Management.Automation
using module ./Helper.psm1

[CmdletBinding(DefaultParameterSetName = 'ByName', SupportsShouldProcess, ConfirmImpact = 'Low', PositionalBinding = $false)]
[OutputType([PSCustomObject], ParameterSetName = ('ByName', 'ById'))]
param (
    [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName, ParameterSetName = 'ByName', HelpMessage = 'Its name.')]
    [Alias('n', 'label')] [ValidateScript({ $_.Length -lt 10 }, ErrorMessage = '{0} is too long')]
    [string[]] $Name,

    [Parameter(ParameterSetName = 'ById')] [ValidateRange('Positive')] [ulong] $Id = 1ul,
    [ArgumentCompleter({ param($command, $parameter, $word, $ast, $bound) Get-ChildItem | Where-Object Name -like "$word*" })] $Path = $PSScriptRoot,
    [ValidateSet([Colors], ErrorMessage = "x")] [string] ${Colour with blanks},
    [switch] $AsJson
)
begin {
    $map = [Dictionary[string, List[int]]]::new()
    $null = $map.TryAdd('a', [List[int]]@(1, 2, 3))
    $ok = $IsWindows ? 'win' : $IsLinux ? 'linux' : 'other'
    $value = $env:MISSING ?? $map?['a'] ?? ${map}?.Count
    $script:cache ??= @{}
}
process {
    $Name | ForEach-Object -Parallel { "$using:ok $_" } -ThrottleLimit 4
    Test-Path $Path && Get-Item $Path || Write-Error "no $Path"
    $numbers = 0b1010, 10uy, 10s, 5n, 1.5e3d
    [Enumerable]::Sum[int]([int[]](1..3))
    $list = Get-ChildItem
    | Where-Object { $_.Length -gt 1kb }
    | Sort-Object -Property { $_.Name }, @{ Expression = 'Length'; Descending = $true }
    "`e[31m$("red")`e[0m `u{1F600} $($numbers.ForEach({ $_ * 2 }) -join ', ')"
    switch -Regex -CaseSensitive ($Name) {
        '^(?<first>\w)' { $Matches.first; continue }
        { $_ -in 'a'..'c' } { 'letter' }
        default { throw [ArgumentException]::new("$_", 'Name') }
    }
    $job = Start-ThreadJob { Get-Process } &
    $text = @"
$($list.Where{ $_.Name -match "\.ps1$" }.Name -join "`n")
"quoted" and $(@{ a = 1 }['a']) and ${env:PATH} and $list[0]
"@
    if ($PSCmdlet.ShouldProcess($text, "What's this")) { $text.Split([char]10)[0] }
}
clean { Remove-Variable map -ErrorAction Ignore }
