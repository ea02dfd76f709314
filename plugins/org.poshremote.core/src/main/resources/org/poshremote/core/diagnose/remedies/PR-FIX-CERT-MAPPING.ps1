# A local account for certificates with this user principal name, from this authority, which must be trusted on the node.
Set-Item -Path WSMan:\localhost\Service\Auth\Certificate -Value $true -Force
$issuer = Read-Host 'Thumbprint of the issuing authority'
$principal = Read-Host 'User principal name in the certificate'
New-Item -Path WSMan:\localhost\ClientCertificate -Subject $principal -URI * -Issuer $issuer -Credential (Get-Credential) -Force
