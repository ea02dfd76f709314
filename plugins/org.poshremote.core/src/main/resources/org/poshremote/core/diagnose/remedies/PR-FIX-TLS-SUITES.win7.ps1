# The order of cipher suites is a policy there; an empty one means that of Windows, which has ECDHE.
$key = 'HKLM:\SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL\00010002'
Get-ItemProperty -Path $key -Name Functions
'If a list stands here without ECDHE, change it in the group policy "SSL Cipher Suite Order" and restart.'
