# On the Windows machine that you connect from; name hosts one by one.
$name = Read-Host 'Name of the node'
Set-Item -Path WSMan:\localhost\Client\TrustedHosts -Value $name -Concatenate -Force
