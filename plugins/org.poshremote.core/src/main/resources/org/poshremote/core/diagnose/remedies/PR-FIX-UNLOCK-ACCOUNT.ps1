# In a domain; a local account is unlocked on the node itself.
$account = Read-Host 'Account'
Search-ADAccount -LockedOut | Where-Object { $_.SamAccountName -eq $account }
Unlock-ADAccount -Identity $account
