# A certificate for this machine, an HTTPS listener on 5986 and a firewall rule.
$names = @($env:COMPUTERNAME, [Net.Dns]::GetHostEntry('').HostName) | Select-Object -Unique
$certificate = New-SelfSignedCertificate -DnsName $names -CertStoreLocation Cert:\LocalMachine\My
New-Item -Path WSMan:\localhost\Listener -Transport HTTPS -Address * -CertificateThumbPrint $certificate.Thumbprint -Force
New-NetFirewallRule -DisplayName 'WinRM over HTTPS' -Direction Inbound -Protocol TCP -LocalPort 5986 -Action Allow
'SHA-256 to compare: ' + [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($certificate.RawData))
