$account = Read-Host 'Local account'
Enable-LocalUser -Name $account
