# Windows 7 and Server 2008 R2 have no such group: give the account access in the dialog that opens (Read and Execute).
winrm configSDDL default
