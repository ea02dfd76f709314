$PoshRemote = & {
    $in = [Console]::OpenStandardInput();
    $out = [Console]::OpenStandardOutput();
    $line = '';
    $byte = $in.ReadByte();
    while ($byte -gt 10) { $line += [char]$byte; $byte = $in.ReadByte() };
    $head = $line.Trim().Split(' ');
    $packed = New-Object byte[] ([int]$head[2]);
    $at = 0;
    while ($at -lt $packed.Length) {
        $count = $in.Read($packed, $at, $packed.Length - $at);
        if ($count -lt 1) { exit 87 };
        $at += $count
    };
    $memory = New-Object IO.MemoryStream (, $packed);
    $zip = New-Object IO.Compression.GZipStream $memory, ([IO.Compression.CompressionMode]::Decompress);
    $plain = New-Object byte[] ([int]$head[3] + [int]$head[4] + [int]$head[5]);
    $at = 0;
    while ($at -lt $plain.Length) {
        $count = $zip.Read($plain, $at, $plain.Length - $at);
        if ($count -lt 1) { exit 87 };
        $at += $count
    };
    $admin = '';
    try { $admin = (New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator) } catch { };
    $facts = 'PR1 {0} ps={1} edition={2} clr={3} codepage={4} culture={5} elevated={6} os={7} bits={8} pid={9}' -f $head[1],
        $PSVersionTable.PSVersion, $PSVersionTable.PSEdition, [Environment]::Version,
        [Console]::OutputEncoding.CodePage, [Globalization.CultureInfo]::CurrentCulture.Name,
        $admin, [Environment]::OSVersion.Version, ([IntPtr]::Size * 8), $PID;
    $bytes = [Text.Encoding]::ASCII.GetBytes($facts + [char]10);
    $out.Write($bytes, 0, $bytes.Length);
    $out.Flush();
    & ([ScriptBlock]::Create([Text.Encoding]::UTF8.GetString($plain, 0, [int]$head[3])));
    [ScriptBlock]::Create([Text.Encoding]::UTF8.GetString($plain, [int]$head[3], [int]$head[4]));
    [ScriptBlock]::Create([Text.Encoding]::UTF8.GetString($plain, [int]$head[3] + [int]$head[4], [int]$head[5]))
};
if ($PoshRemote.Length -ne 2) { exit 1 };
. $PoshRemote[1];
if ($Error.Count -gt 0 -and $Error[0].Exception -is [Management.Automation.ParameterBindingException] -and $Error[0].InvocationInfo.Line -like '*$PoshRemote*') { exit 1 };
$PoshRemote = $null
