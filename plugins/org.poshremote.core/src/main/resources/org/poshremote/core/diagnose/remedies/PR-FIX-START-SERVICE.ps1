# Starts the WinRM service anew and has it start with Windows.
Set-Service -Name WinRM -StartupType Automatic
Restart-Service -Name WinRM -Force
Get-Service -Name WinRM
