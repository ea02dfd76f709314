# The service offers Basic from now on; a group policy would win over it.
Set-Item -Path WSMan:\localhost\Service\Auth\Basic -Value $true -Force
winrm get winrm/config/service/auth
