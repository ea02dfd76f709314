Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\Command Processor', 'HKCU:\SOFTWARE\Microsoft\Command Processor' -ErrorAction SilentlyContinue | Format-List PSPath, AutoRun
