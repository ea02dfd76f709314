# The shells that are open; a restart of the service ends them all.
winrm enumerate shell
Restart-Service -Name WinRM -Force
