# Once, as SYSTEM, and away again afterwards.
schtasks /create /tn PoshRemoteOnce /tr "powershell -NoProfile -File C:\Windows\Temp\once.ps1" /sc once /st 00:00 /ru SYSTEM /f
schtasks /run /tn PoshRemoteOnce
schtasks /query /tn PoshRemoteOnce /v /fo list
