@echo off
chcp 65001 >nul
title Thước Số
cd /d "%~dp0"
set "NODE=node"
if exist "%~dp0node\node.exe" set "NODE=%~dp0node\node.exe"
"%NODE%" --version >nul 2>nul
if errorlevel 1 goto missing
"%NODE%" "%~dp0program\check-node.cjs"
if errorlevel 1 goto stop
"%NODE%" "%~dp0program\server\index.js" serve --open %*
if errorlevel 1 goto stop
exit /b 0
:missing
echo.
echo   Chưa có Node.js trên máy này. Thước Số cần Node.js 24 trở lên.
echo   Cách 1: cài bản "node-v24...-x64.msi" từ USB hoặc từ https://nodejs.org
echo   Cách 2: giải nén "node-v24...-win-x64.zip" rồi đổi tên thư mục thành "node", đặt cạnh tệp start.cmd.
echo.
echo   Node.js was not found. Thuoc So needs Node.js 24 or newer: install it, or put its
echo   unzipped folder beside start.cmd under the name "node".
:stop
echo.
pause
exit /b 1
