# As it is, and then higher.
Get-Item -Path WSMan:\localhost\MaxEnvelopeSizekb
Set-Item -Path WSMan:\localhost\MaxEnvelopeSizekb -Value 500 -Force
