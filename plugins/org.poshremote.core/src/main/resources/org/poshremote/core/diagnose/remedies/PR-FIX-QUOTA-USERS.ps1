# As it is, and then higher.
Get-Item -Path WSMan:\localhost\Shell\MaxConcurrentUsers
Set-Item -Path WSMan:\localhost\Shell\MaxConcurrentUsers -Value 20 -Force
