# The service offers Kerberos from now on; a group policy would win over it.
Set-Item -Path WSMan:\localhost\Service\Auth\Kerberos -Value $true -Force
winrm get winrm/config/service/auth
