$ExecutionContext.SessionState.LanguageMode
Get-AppLockerPolicy -Effective -Xml
[Environment]::GetEnvironmentVariable('__PSLockdownPolicy', 'Machine')
