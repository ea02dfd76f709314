winrm set winrm/config/winrs '@{AllowRemoteShellAccess="true"}'
