# Nano Server: the service is there, and only has to run.
Set-Service -Name WinRM -StartupType Automatic
Start-Service -Name WinRM
netsh advfirewall firewall set rule group="Windows Remote Management" new enable=yes
