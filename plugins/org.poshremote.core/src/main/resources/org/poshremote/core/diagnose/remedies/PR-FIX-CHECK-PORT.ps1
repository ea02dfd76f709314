# Listeners with their ports, and who owns the sockets.
winrm enumerate winrm/config/listener
netstat -ano | Select-String ':5985|:5986|:80 |:443 '
netsh http show sslcert
