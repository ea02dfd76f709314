# In the script, for a share. The credential comes from a vault or a prompt, never from the text of the script.
$credential = Get-Credential
New-PSDrive -Name Files -PSProvider FileSystem -Root '\\server\share' -Credential $credential
