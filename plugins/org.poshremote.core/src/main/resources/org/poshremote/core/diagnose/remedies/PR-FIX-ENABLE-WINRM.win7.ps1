# Turns WinRM on: service, HTTP listener on 5985, firewall rule.
winrm quickconfig -quiet
Get-Service WinRM
winrm enumerate winrm/config/listener
