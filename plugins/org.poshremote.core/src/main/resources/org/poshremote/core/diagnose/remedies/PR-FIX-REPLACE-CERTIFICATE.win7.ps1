# Which certificates there are for servers; then set the listener's to one of them.
Get-ChildItem Cert:\LocalMachine\My | Format-List Subject, Thumbprint, NotAfter, HasPrivateKey
$thumbprint = Read-Host 'Thumbprint of the certificate to use'
winrm set 'winrm/config/Listener?Address=*+Transport=HTTPS' "@{CertificateThumbprint=`"$thumbprint`"}"
