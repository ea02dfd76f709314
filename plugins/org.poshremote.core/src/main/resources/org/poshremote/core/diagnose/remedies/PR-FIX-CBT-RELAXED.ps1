# A binding is checked where the client sends one.
Set-Item -Path WSMan:\localhost\Service\CbtHardeningLevel -Value Relaxed -Force
