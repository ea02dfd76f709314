$account = Read-Host 'Account'
Set-ADUser -Identity $account -KerberosEncryptionType AES128, AES256
'Now set its password anew, so that the keys are made.'
