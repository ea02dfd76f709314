# A new certificate, valid for the machine's names and meant for servers; the HTTPS listener takes it.
$names = @($env:COMPUTERNAME, [Net.Dns]::GetHostEntry('').HostName) | Select-Object -Unique
$certificate = New-SelfSignedCertificate -DnsName $names -CertStoreLocation Cert:\LocalMachine\My
Get-ChildItem WSMan:\localhost\Listener | Where-Object { $_.Keys -contains 'Transport=HTTPS' } | Remove-Item -Recurse -Force
New-Item -Path WSMan:\localhost\Listener -Transport HTTPS -Address * -CertificateThumbPrint $certificate.Thumbprint -Force
'SHA-256 to compare: ' + [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($certificate.RawData))
