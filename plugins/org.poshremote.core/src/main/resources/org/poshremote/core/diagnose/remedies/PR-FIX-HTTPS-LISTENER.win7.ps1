# Windows 7 and Server 2008 R2 have no New-SelfSignedCertificate: certreq makes the certificate.
$name = [Net.Dns]::GetHostEntry('').HostName
$request = Join-Path $env:TEMP 'winrm-request.inf'
@"
[Version]
Signature = "`$Windows NT`$"
[NewRequest]
Subject = "CN=$name"
KeyLength = 2048
MachineKeySet = TRUE
RequestType = Cert
KeyUsage = 0xA0
HashAlgorithm = sha256
ProviderName = "Microsoft RSA SChannel Cryptographic Provider"
ProviderType = 12
ValidityPeriod = Years
ValidityPeriodUnits = 3
[EnhancedKeyUsageExtension]
OID = 1.3.6.1.5.5.7.3.1
"@ | Set-Content -Path $request -Encoding ASCII
certreq -new -q $request (Join-Path $env:TEMP 'winrm.cer')
$certificate = Get-ChildItem Cert:\LocalMachine\My | Where-Object { $_.Subject -eq "CN=$name" } | Sort-Object NotAfter | Select-Object -Last 1
winrm create 'winrm/config/Listener?Address=*+Transport=HTTPS' "@{Hostname=`"$name`";CertificateThumbprint=`"$($certificate.Thumbprint)`"}"
netsh advfirewall firewall add rule name="WinRM over HTTPS" dir=in action=allow protocol=TCP localport=5986
