@echo off
rem Posts the tickets of files to a running server; 'switchboard-load' alone tells how.
setlocal
for %%I in ("%~dp0..") do set "HOME_FOLDER=%%~fI"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo switchboard-load: Java is not found: install Java 17 or newer, or set JAVA_HOME. 1>&2
  exit /b 1
)
set "CLASSES=%HOME_FOLDER%\lib\tools\*"
for /d %%D in ("%HOME_FOLDER%\bundles\*") do (
  for %%J in ("%%D\jackson-*.jar") do call set "CLASSES=%%CLASSES%%;%%J"
)
"%JAVA%" -Xmx128m -XX:+UseSerialGC -Dfile.encoding=UTF-8 -cp "%CLASSES%" io.switchboard.bench.load.Load %*
exit /b %ERRORLEVEL%
