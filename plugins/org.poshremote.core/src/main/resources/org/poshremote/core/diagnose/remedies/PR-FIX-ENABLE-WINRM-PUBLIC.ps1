# Turns WinRM on; on a public network its firewall rule lets only the own subnet in.
Enable-PSRemoting -SkipNetworkProfileCheck -Force
