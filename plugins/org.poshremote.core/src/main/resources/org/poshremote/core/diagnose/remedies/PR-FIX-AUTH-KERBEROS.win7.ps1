# The service offers Kerberos from now on; a group policy would win over it.
winrm set winrm/config/service/auth '@{Kerberos="true"}'
winrm get winrm/config/service/auth
