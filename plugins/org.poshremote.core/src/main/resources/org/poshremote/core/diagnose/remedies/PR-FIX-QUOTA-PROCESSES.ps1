# As it is, and then higher.
Get-Item -Path WSMan:\localhost\Shell\MaxProcessesPerShell
Set-Item -Path WSMan:\localhost\Shell\MaxProcessesPerShell -Value 50 -Force
