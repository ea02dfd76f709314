$ErrorActionPreference = 'Stop'; # stop on all errors
$toolsDir   = "$(Split-Path -parent $MyInvocation.MyCommand.Definition)"
$url        = 'https://example.org/tool-1.2.3-x86.exe' # download url
$url64      = "https://example.org/tool-$($env:chocolateyPackageVersion)-x64.exe"
$pp = Get-PackageParameters
if (!$pp['InstallDir']) { $pp['InstallDir'] = "${env:ProgramFiles(x86)}\Tool" }
$packageArgs = @{
  packageName    = $env:ChocolateyPackageName
  unzipLocation  = $toolsDir
  fileType       = 'exe' #only one of these: exe, msi, msu
  url            = $url
  url64bit       = $url64
  softwareName   = 'tool*'
  checksum       = '0123456789ABCDEF'
  checksumType   = 'sha256' # default is md5
  silentArgs     = "/qn /norestart /l*v `"$($env:TEMP)\$($packageName).$($env:chocolateyPackageVersion).MsiInstall.log`"" # ALLUSERS=1 DISABLEDESKTOPICON=1
  validExitCodes = @(0, 3010, 1641)
}
Install-ChocolateyPackage @packageArgs
[array]$key = Get-UninstallRegistryKey -SoftwareName $packageArgs['softwareName']
if ($key.Count -eq 1) {
  $key | % {
    $packageArgs['file'] = "$($_.UninstallString)" #NOTE: You may need to split this if it contains spaces
    Uninstall-ChocolateyPackage @packageArgs
  }
} elseif ($key.Count -gt 1) {
  $key | % {Write-Warning "- $($_.DisplayName)"}
}
Start-ChocolateyProcessAsAdmin "& reg.exe add `"HKLM\Software\Tool`" /v `"Path`" /t REG_SZ /d `"$toolsDir`" /f" -minimized
cmd /c "sc config wuauserv start= demand" 2>&1 | Out-Null
& "$env:WINDIR\system32\netsh.exe" advfirewall firewall add rule name="Open Port 80" dir=in action=allow protocol=TCP localport=80
reg.exe import $toolsDir\tool.reg 2>$null; if ($LASTEXITCODE -ne 0) { throw "reg: $LASTEXITCODE" }
