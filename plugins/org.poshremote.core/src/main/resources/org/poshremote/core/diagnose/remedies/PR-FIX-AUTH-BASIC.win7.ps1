# The service offers Basic from now on; a group policy would win over it.
winrm set winrm/config/service/auth '@{Basic="true"}'
winrm get winrm/config/service/auth
