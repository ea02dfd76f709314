# Which machines may reach WinRM; name the network that you come from.
$from = 'LocalSubnet,192.0.2.0/24'
netsh advfirewall firewall set rule group="Windows Remote Management" new enable=yes
netsh advfirewall firewall add rule name="WinRM from named networks" dir=in action=allow protocol=TCP localport=5985-5986 remoteip=$from
