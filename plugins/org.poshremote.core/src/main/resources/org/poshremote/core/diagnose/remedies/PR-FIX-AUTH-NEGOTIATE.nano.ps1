# Nano Server keeps it in the registry.
Set-ItemProperty -Path HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WSMAN\Service -Name auth_negotiate -Value 1 -Type DWord
Restart-Service -Name WinRM -Force
