# As it is, and then higher.
Get-Item -Path WSMan:\localhost\Service\MaxConcurrentOperationsPerUser
Set-Item -Path WSMan:\localhost\Service\MaxConcurrentOperationsPerUser -Value 1500 -Force
