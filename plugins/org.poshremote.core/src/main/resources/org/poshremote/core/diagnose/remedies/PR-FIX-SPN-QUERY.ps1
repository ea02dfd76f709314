# Who has the service names of the node, and which are there twice.
$name = Read-Host 'Full name of the node'
setspn -Q "HTTP/$name"
setspn -Q "WSMAN/$name"
setspn -X
