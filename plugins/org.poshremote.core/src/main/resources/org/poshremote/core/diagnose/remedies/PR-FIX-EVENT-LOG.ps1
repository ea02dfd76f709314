# The last entries of the WinRM service.
Get-WinEvent -LogName Microsoft-Windows-WinRM/Operational -MaxEvents 30 | Format-List TimeCreated, Id, Message
