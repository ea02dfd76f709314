# Instead of a question: parameters that answer it.
Remove-Item -Path C:\Windows\Temp\old -Recurse -Force -Confirm:$false -ErrorAction SilentlyContinue
