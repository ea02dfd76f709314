# Remote Management Users, by its SID, since its name differs with the language of Windows.
$account = Read-Host 'Account'
Add-LocalGroupMember -SID S-1-5-32-580 -Member $account
