# Turns WinRM on: service, HTTP listener on 5985, firewall rule.
Enable-PSRemoting -Force
Get-Service WinRM
winrm enumerate winrm/config/listener
