# The shells that are open, then an end to each that nobody has spoken to for ten minutes.
$shells = Get-WSManInstance -ResourceURI shell -Enumerate
$shells | Format-Table Owner, ShellId, ClientIP, ShellRunTime, ShellInactivity
foreach ($shell in $shells) {
    if ([Xml.XmlConvert]::ToTimeSpan($shell.ShellInactivity).TotalMinutes -gt 10) {
        Remove-WSManInstance -ResourceURI shell -SelectorSet @{ ShellId = $shell.ShellId }
    }
}
