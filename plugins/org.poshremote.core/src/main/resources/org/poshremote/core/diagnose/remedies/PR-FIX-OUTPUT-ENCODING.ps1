# At the beginning of the script.
[Console]::OutputEncoding = [Text.Encoding]::UTF8
