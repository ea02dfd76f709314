# Suites with forward secrecy, in front of the list.
$suites = 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'
$place = 0
foreach ($suite in $suites) {
    Enable-TlsCipherSuite -Name $suite -Position $place
    $place = $place + 1
}
Get-TlsCipherSuite | Format-Table Name
