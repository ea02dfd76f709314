# The service offers Negotiate from now on; a group policy would win over it.
Set-Item -Path WSMan:\localhost\Service\Auth\Negotiate -Value $true -Force
winrm get winrm/config/service/auth
