# As it is, and then higher.
winrm get winrm/config/winrs
winrm set winrm/config/winrs '@{MaxProcessesPerShell="50"}'
