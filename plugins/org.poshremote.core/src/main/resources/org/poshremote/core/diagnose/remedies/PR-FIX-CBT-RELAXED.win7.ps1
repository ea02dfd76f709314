# A binding is checked where the client sends one.
winrm set winrm/config/service/auth '@{CbtHardeningLevel="Relaxed"}'
