param([string]$a='x',$b=$(Get-Date),[int[]]$c=(1,2),[scriptblock]$d={param($e)$e},[hashtable]$f=@{g=1})
function   Verb-Noun  ( $x , $y = 3 )   { "$x$y" } ; Verb-Noun -x 1 -y:2
if(1){2}elseif(3){4}else{5}while(0){};do{6}until(1);for(;;){break};foreach($z in @()){$z}
$t=@{'a b'=1;"c$a"=2;3=4;$a=5;(1+2)=6;d=if(1){2};e={f};g=1..3|%{$_}}
$u = "a$(if ($b) { "c$(1 + 1)d" } else { 'e' })f" + 'g''h' + "i""j" + "k`"l" + @'
it's "here" $not @{
'@ + @"
$a "$b" '$c' `$d $($e.f["g"]) ${h i} @'
'@ "
"@
[void]$x.y.z.Add(($a -as [int])); [int]::Parse('1').ToString().Length; ([xml]'<a/>').a
$a.'b-c'; $a."d$e"; $a.$f; $a.($g + 'h'); $a[0][1].b[-1]; $a[1..3]; $a::B; [a.b+c]::D; $a.b().c().d; $a.{e}
-not $a; !$b; -$c; +$d; - 1; --$e; $f++; $g --; , 1; , $h, $i; -join $j; -split $k; -bnot 1; !!$l
1,2+3,4; 1..3+4; (1,2),3; @(1;2)[0]; $(1)[0]; {1}.Invoke(); "x".Length; 'y'[0]; 1.5.GetType(); 1..2; 1.0..2.0; .5; 1e-3; 0xFF; 1KB; 5d; 7L
$a -eq $b -and -not ($c -or $d) -xor $e; $a -f 1, 2; "{0:x}" -f 1; $a -replace 'b' -replace "c", { "d" }; $a -is [int]; $a -isnot [array]
"a" –like "b"; "c" —match ‘d’; “e $f” + „g”
Get-Content -Path:$a -Raw | Select-String -Pattern "x|y" -AllMatches -List | ForEach-Object -Begin {1} -Process {2} -End {3} > out.txt 2>> err.txt 3>&1
git log --pretty=format:"%h %s" --since=2.weeks -- :/ ; git commit -am "x: y" --no-verify; git rev-parse "@{u}"; git show HEAD~1:a/b.txt HEAD^
docker run --rm -it -v ${PWD}:/app -e A=b -p 80:80 x/y:z sh -c "echo `$HOME && ls -la | grep '^d'"
msiexec.exe /i "a b.msi" /qn TARGETDIR="C:\x y" REBOOT=ReallySuppress /l*v log.txt; icacls.exe C:\a --% /grant Users:(OI)(CI)F /T | more & echo
robocopy a b /MIR /XD .git node_modules /R:1 /W:1 /NFL /NDL; sc.exe create x binPath= "C:\a.exe -b" start= auto; net use \\a\b /user:c d; ping -n 1 ::1
curl.exe -sSL -H 'A: b' -o nul -w "%{http_code}" 'http://a/b?c=d&e=f#g'; 7z a -tzip "$a.zip" .\* -x!*.log -xr!bin; xcopy a b /e/y/i; dir *.txt,*.log /s
$x = & { param($a) $a } 1; . { $y = 2 }; & $a.b; & (Get-Command c) -d; & "$e\f.exe" /g:h; . "$PSScriptRoot\i.ps1"; . $j; &'k'; &$l -m; @(& n)
$a | & { process { $_ } } | . o; try{1}catch{2}finally{3}; trap{continue}; throw; return; exit
:outer while ($true) { :inner for (;;) { break outer } continue inner }
function a:b { } ; function script:c-d.e { } filter f{$_} function g([Parameter(Mandatory=$true,Position=0)][ValidateNotNull()]$h){}
data { @{ a = 'b' } } ; data c { ConvertFrom-StringData @'
d = e
'@ }
Get-Item ` -Path a ` # no continuation, only a blank
Write-Host "a" `
  -NoNewline `

  'x' # behind an empty line
$a = 1 <# in #> + <# between #> 2 # behind
<# one #> $b <# two
three #> ; $c
$long = $a.Where({ $_ }).ForEach{ $_ }.Count + $b.Foreach('x').Where({ $true }, 'First', 1)[0]
[Parameter()] [int] $p = 3; [ValidateSet('a')][string]$q = 'a'; [int]$r, [string]$s = 1, 'b'; $t.u, $v[0] = 1, 2; $w = $x = $y = 0
$a = @(
    1, 2
    3
    , 4
    'b' ; 'c'
    @{ d = 1
       e = 2 }
    if ($f) { 5 }
    foreach ($g in 1..2) { $g }
)
$h = Get-Process |
    # comment between
    Where-Object { $_.Id } |

    Sort-Object Id
$i = $j -and
     $k -or
     (
         $l
     )
if ($m)
# comment before the brace
{
    1
}
# comment before else
else
{
    2
}
$n.
  Method(
    1,
    2
  ).
  Other
Invoke-Command -ComputerName a, b -ScriptBlock { param($o) $using:p; $args[0] } -ArgumentList 1, @(2, 3)
$q = switch ($r) { 1 { 'a' } 2 { 'b' } default { 'c' } }
$ExecutionContext.InvokeCommand.ExpandString('$a'); $Host.UI.RawUI.WindowTitle = "x"; ${function:f}; $variable:a; ${C:\a.txt}; $env:PATH += ";$pwd"
[Reflection.Assembly]::LoadWithPartialName('System.Windows.Forms') | Out-Null; Add-Type -TypeDefinition @"
using System; public class A { public static string B(string c) { return "d" + c; } }
"@ -Language CSharp
New-Object -TypeName System.Collections.Generic.Dictionary"[string,int]"; New-Object 'a[b]' -ArgumentList (,1)
% { $_ }; ? { $_ }; $$; $^; $?; $_; $ä; $日本 = "日本"; "emoji 😀"; $a?; echo @PSBoundParameters # the end
