# As it is, and then higher.
Get-Item -Path WSMan:\localhost\Shell\MaxShellsPerUser
Set-Item -Path WSMan:\localhost\Shell\MaxShellsPerUser -Value 60 -Force
