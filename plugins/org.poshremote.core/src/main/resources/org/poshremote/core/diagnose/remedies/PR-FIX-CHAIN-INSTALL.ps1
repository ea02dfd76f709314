# The file of the authority that issued the node's certificate.
$file = Read-Host 'File with the certificate of the issuing authority'
certutil -addstore CA $file
