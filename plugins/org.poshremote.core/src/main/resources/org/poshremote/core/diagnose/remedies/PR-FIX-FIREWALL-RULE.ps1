# Which machines may reach WinRM; name the network that you come from.
$from = 'LocalSubnet', '192.0.2.0/24'
Set-NetFirewallRule -Group '@FirewallAPI.dll,-30267' -Enabled True -RemoteAddress $from
Get-NetFirewallRule -Group '@FirewallAPI.dll,-30267' | Get-NetFirewallAddressFilter
