# The service takes CredSSP.
Enable-WSManCredSSP -Role Server -Force
