# Where the time comes from, and now from there.
w32tm /query /status
w32tm /resync /rediscover
Get-Date
