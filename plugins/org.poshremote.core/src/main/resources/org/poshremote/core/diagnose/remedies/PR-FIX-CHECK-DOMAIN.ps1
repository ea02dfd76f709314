# Whether the node's trust to its domain holds, and which controller it has found.
nltest /sc_query:$env:USERDNSDOMAIN
Test-ComputerSecureChannel -Verbose
# Where that says False: Test-ComputerSecureChannel -Repair -Credential (Get-Credential)
