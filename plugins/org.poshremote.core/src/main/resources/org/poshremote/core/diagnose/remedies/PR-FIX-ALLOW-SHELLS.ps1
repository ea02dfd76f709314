Set-Item -Path WSMan:\localhost\Shell\AllowRemoteShellAccess -Value $true -Force
winrm get winrm/config/winrs
