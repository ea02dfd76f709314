# INetworkListManager: categories are 0 public, 1 private, 2 domain.
$manager = [Activator]::CreateInstance([Type]::GetTypeFromCLSID([Guid]'DCB00C01-570F-4A9B-8D69-199FDBA5723B'))
foreach ($connection in $manager.GetNetworkConnections()) {
    $network = $connection.GetNetwork()
    if ($network.GetCategory() -eq 0) {
        $network.SetCategory(1)
    }
    '{0}: {1}' -f $network.GetName(), $network.GetCategory()
}
