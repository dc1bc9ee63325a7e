@echo off
rem Starts Switchboard, or carries out one of its commands. 'switchboard --help' lists them.
setlocal
for %%I in ("%~dp0..") do set "HOME_FOLDER=%%~fI"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo switchboard: Java is not found: install Java 17 or newer, or set JAVA_HOME. 1>&2
  exit /b 1
)
for /f "tokens=3" %%V in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do set "VERSION=%%~V"
for /f "tokens=1 delims=.-+" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS 17 (
  echo switchboard: Java %VERSION% is too old: Switchboard needs Java 17 or newer. Set JAVA_HOME to one. 1>&2
  exit /b 1
)
set "QUIET="
if %MAJOR% GEQ 24 set "QUIET=--sun-misc-unsafe-memory-access=allow"
"%JAVA%" -Xmx512m -XX:MetaspaceSize=128m -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Djdk.console=java.base "-Djdk.serialFilter=!*" %QUIET% %SWITCHBOARD_JAVA_OPTS% ^
  "-Dswitchboard.home=%HOME_FOLDER%" -cp "%HOME_FOLDER%\lib\*" io.switchboard.launcher.Main %*
exit /b %ERRORLEVEL%
