# As it is, and then higher.
winrm get winrm/config
winrm set winrm/config '@{MaxEnvelopeSizekb="500"}'
