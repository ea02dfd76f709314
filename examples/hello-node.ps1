# Says hello from the node that runs it.
param(
    [string] $Name = 'world'
)

Write-Output "Hello, $Name, from $env:COMPUTERNAME"
Write-Output "PowerShell $($PSVersionTable.PSVersion) on CLR $([Environment]::Version)"

foreach ($number in 1..3) {
    Write-Output "Step $number of 3"
}

Write-Warning 'This line came over the warning stream.'
