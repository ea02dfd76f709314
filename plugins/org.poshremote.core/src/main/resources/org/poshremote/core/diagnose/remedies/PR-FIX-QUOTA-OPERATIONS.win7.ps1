# As it is, and then higher.
winrm get winrm/config/service
winrm set winrm/config/service '@{MaxConcurrentOperationsPerUser="1500"}'
