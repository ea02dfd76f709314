# Networks that Windows takes for public become private. Those of a domain are left alone.
Get-NetConnectionProfile | Where-Object { $_.NetworkCategory -eq 'Public' } | Set-NetConnectionProfile -NetworkCategory Private
Get-NetConnectionProfile
