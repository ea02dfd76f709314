# For test machines only: everybody on the way reads password, script and output.
winrm set winrm/config/service '@{AllowUnencrypted="true"}'
