# In cmd.exe: where powershell
$env:Path -split ';' | Select-String -SimpleMatch 'WindowsPowerShell'
Test-Path -Path "$env:SystemRoot\System32\WindowsPowerShell\v1.0\powershell.exe"
