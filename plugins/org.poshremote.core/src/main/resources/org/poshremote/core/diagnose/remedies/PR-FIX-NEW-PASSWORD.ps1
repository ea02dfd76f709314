$account = Read-Host 'Account'
Set-ADAccountPassword -Identity $account -Reset -NewPassword (Read-Host -AsSecureString 'New password')
Set-ADUser -Identity $account -ChangePasswordAtLogon $false
