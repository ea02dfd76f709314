# The local accounts: which are disabled, which is the built-in administrator (its SID ends in -500).
Get-WmiObject -Class Win32_UserAccount -Filter 'LocalAccount = TRUE' | Format-Table Name, Disabled, Lockout, PasswordExpires, SID
# The last failed sign-ins; the status codes say why: 0xC000006A password, 0xC0000064 no such user, 0xC0000234 locked.
Get-WinEvent -FilterHashtable @{ LogName = 'Security'; Id = 4625 } -MaxEvents 5 | Format-List TimeCreated, Message
