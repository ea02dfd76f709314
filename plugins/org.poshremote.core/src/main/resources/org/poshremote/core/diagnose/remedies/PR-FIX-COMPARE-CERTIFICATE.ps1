# Fingerprints of the certificates that the node has, and the one that its listener uses.
winrm enumerate winrm/config/listener
foreach ($certificate in Get-ChildItem Cert:\LocalMachine\My) {
    $hash = [BitConverter]::ToString((New-Object Security.Cryptography.SHA256Managed).ComputeHash($certificate.RawData))
    '{0}  SHA-1 {1}  SHA-256 {2}' -f $certificate.Subject, $certificate.Thumbprint, $hash
}
