nltest /sc_query:$env:USERDNSDOMAIN
Test-ComputerSecureChannel
