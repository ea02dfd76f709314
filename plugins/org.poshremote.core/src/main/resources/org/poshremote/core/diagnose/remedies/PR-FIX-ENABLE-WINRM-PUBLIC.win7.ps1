# Windows 7 knows no -SkipNetworkProfileCheck: give each network the category private first (1), then turn WinRM on.
$manager = [Activator]::CreateInstance([Type]::GetTypeFromCLSID([Guid]'DCB00C01-570F-4A9B-8D69-199FDBA5723B'))
foreach ($connection in $manager.GetNetworkConnections()) {
    if ($connection.GetNetwork().GetCategory() -eq 0) {
        $connection.GetNetwork().SetCategory(1)
    }
}
winrm quickconfig -quiet
