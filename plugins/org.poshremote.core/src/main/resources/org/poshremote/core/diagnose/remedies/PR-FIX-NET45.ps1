# The installer of .NET Framework 4.5.2 has to lie there already; it is not downloaded.
$installer = Join-Path $env:TEMP 'NDP452-KB2901907-x86-x64-AllOS-ENU.exe'
$release = (Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' -ErrorAction SilentlyContinue).Release
$pending = (Test-Path 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending') -or (Test-Path 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired')
if ($release -ge 378389) {
    '.NET 4.5 or later is installed already.'
} elseif ($pending) {
    'A restart of Windows is pending. Restart first, then run this again.'
} elseif (-not (Test-Path $installer)) {
    'Copy the installer to ' + $installer + ' first.'
} else {
    # Through a task, since installers fail in remote sessions.
    schtasks /create /tn InstallNet45 /tr "$installer /quiet /norestart /log $env:TEMP\net45.log" /sc once /st 00:00 /ru SYSTEM /f
    schtasks /run /tn InstallNet45
    'It is being installed; its log is ' + $env:TEMP + '\net45.log. Exit code 3010 there means that a restart is needed.'
}
