Get-PSSessionConfiguration | Format-Table Name, PSVersion, Permission
Enable-PSRemoting -Force
