# Local administrators keep their rights over the network; holds at once.
$key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System'
New-ItemProperty -Path $key -Name LocalAccountTokenFilterPolicy -Value 1 -PropertyType DWord -Force
