# For test machines only: everybody on the way reads password, script and output.
Set-Item -Path WSMan:\localhost\Service\AllowUnencrypted -Value $true -Force
