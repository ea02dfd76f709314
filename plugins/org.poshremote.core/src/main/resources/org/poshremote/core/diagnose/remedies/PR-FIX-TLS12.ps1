# TLS 1.2 for servers of this machine; holds after a restart.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server'
if (-not (Test-Path $key)) {
    New-Item -Path $key -Force | Out-Null
}
New-ItemProperty -Path $key -Name Enabled -Value 1 -PropertyType DWord -Force | Out-Null
New-ItemProperty -Path $key -Name DisabledByDefault -Value 0 -PropertyType DWord -Force | Out-Null
'Restart the machine when it suits, so that it holds.'
