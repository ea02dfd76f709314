# Which there are, then those that Windows comes with.
Get-PSSessionConfiguration | Format-Table Name, PSVersion, Permission
Enable-PSRemoting -SkipNetworkProfileCheck -Force
