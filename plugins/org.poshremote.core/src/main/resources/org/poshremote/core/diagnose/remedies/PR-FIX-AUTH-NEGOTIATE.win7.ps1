# The service offers Negotiate from now on; a group policy would win over it.
winrm set winrm/config/service/auth '@{Negotiate="true"}'
winrm get winrm/config/service/auth
