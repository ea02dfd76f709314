# For test machines only: everybody on the way reads password, script and output.
Set-ItemProperty -Path HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WSMAN\Service -Name allow_unencrypted -Value 1 -Type DWord
Restart-Service -Name WinRM -Force
