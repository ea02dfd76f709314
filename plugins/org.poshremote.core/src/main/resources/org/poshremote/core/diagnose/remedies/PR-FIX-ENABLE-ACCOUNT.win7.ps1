$account = Read-Host 'Local account'
net user $account /active:yes
