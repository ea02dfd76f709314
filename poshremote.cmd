@echo off
rem PoshRemote from a terminal on Windows. Finds a JDK and Maven, builds what is not built, then runs it.
rem   poshremote run examples\hello-node.ps1 --on demo
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "APP=%HOME_DIR%plugins\org.poshremote.cli\target\app"
set "CACHE=%HOME_DIR%.cache"
set "PINNED_MAVEN=3.9.16"

set "JDK="
if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where javac 2^>nul') do if not defined JDK call :try_jdk "%%~dpJ.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks") do (
  if not defined JDK for /d %%J in ("%%~R\*jdk*" "%%~R\*zulu*") do if not defined JDK call :try_jdk "%%~J"
)
if not defined JDK (
  echo poshremote: needs a JDK 21 or newer and found none: install one or set JAVA_HOME to it. 1>&2
  exit /b 69
)
set "JAVA_HOME=%JDK%"

if "%~1"=="test" (
  echo poshremote: the tests need a Debian machine ^(peers and a virtual display^); on Windows use: mvn verify 1>&2
  exit /b 69
)

set "STALE="
if not exist "%APP%\built" set "STALE=1"
if "%~1"=="build" set "STALE=1"
if not defined STALE call :stale
if defined STALE (
  call :build
  if errorlevel 1 exit /b 69
)
if "%~1"=="build" exit /b 0

rem What runs for seconds is done before the optimizing compiler pays.
set "COMPILER=-XX:TieredStopAtLevel=1 -Xmn16m"
for %%C in (check format language-server selftest) do if "%~1"=="%%C" set "COMPILER="

"%JAVA_HOME%\bin\java.exe" -Xshare:auto -XX:+UseSerialGC %COMPILER% --add-exports=java.security.jgss/sun.security.jgss.krb5.internal=ALL-UNNAMED -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%APP%\poshremote.jsa" -Xlog:cds=off -Xlog:cds*=off %POSHREMOTE_JAVA_ARGS% -cp "%APP%\org.poshremote.cli.jar;%APP%\lib\*" org.poshremote.cli.Main %*
exit /b %ERRORLEVEL%

:try_jdk
if not exist "%~1\bin\javac.exe" exit /b 0
set "MAJOR="
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do for /f "tokens=1 delims=." %%M in ("%%~V") do set "MAJOR=%%~M"
if not defined MAJOR exit /b 0
if %MAJOR% GEQ 21 set "JDK=%~f1"
exit /b 0

:stale
rem A source newer than the built program: PowerShell is on every Windows that this file runs on.
for /f "delims=" %%S in ('powershell -NoProfile -NonInteractive -Command "$b=(Get-Item '%APP%\built').LastWriteTime; Get-ChildItem '%HOME_DIR%plugins' -Recurse -File | Where-Object { $_.FullName -notmatch '\\target\\|\\src\\test\\|\\org\.poshremote\.(ui|editor|lsp4e)\\' -and $_.LastWriteTime -gt $b } | Select-Object -First 1 -ExpandProperty Name"') do set "STALE=1"
exit /b 0

:build
if not exist "%CACHE%" mkdir "%CACHE%"
set "MVN=%CACHE%\apache-maven-%PINNED_MAVEN%\bin\mvn.cmd"
if exist "%MVN%" goto :have_maven
where mvn >nul 2>nul
if errorlevel 1 (
  echo poshremote: is built by Maven, and no "mvn" is on the path: install it; any 3.6 or newer will do. 1>&2
  exit /b 1
)
echo Copying Maven %PINNED_MAVEN% into %CACHE% 1>&2
pushd "%CACHE%"
call mvn -B -q %POSHREMOTE_MAVEN_ARGS% org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy -Dartifact=org.apache.maven:apache-maven:%PINNED_MAVEN%:zip:bin "-DoutputDirectory=%CACHE%"
if errorlevel 1 exit /b 1
"%JAVA_HOME%\bin\jar.exe" xf apache-maven-%PINNED_MAVEN%-bin.zip
popd
:have_maven
echo Building PoshRemote 1>&2
call "%MVN%" -B -ntp %POSHREMOTE_MAVEN_ARGS% -f "%HOME_DIR%plugins\pom.xml" -pl org.poshremote.cli -am package -Dmaven.test.skip=true 1>&2
if errorlevel 1 exit /b 1
if exist "%APP%\poshremote.jsa" del "%APP%\poshremote.jsa"
type nul >"%APP%\built"
exit /b 0
