# Shows the descriptor as it is, then sets the one that Windows comes with.
Get-Item -Path WSMan:\localhost\Service\RootSDDL
Set-Item -Path WSMan:\localhost\Service\RootSDDL -Value 'O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)' -Force
Restart-Service -Name WinRM -Force
