#!/bin/sh
# Starts Thước Số in the default browser. Needs Node.js 24 or newer, installed or in the folder "node" beside this file.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
node=node
if [ -x "$here/node/bin/node" ]; then node="$here/node/bin/node"; fi
if ! command -v "$node" >/dev/null 2>&1; then
  echo 'Chưa có Node.js trên máy này. Thước Số cần Node.js 24 trở lên (https://nodejs.org); có thể cài, hoặc giải nén vào thư mục "node" cạnh tệp này.' >&2
  echo 'Node.js was not found. Thước Số needs Node.js 24 or newer: install it, or unpack it into the folder "node" beside this file.' >&2
  exit 1
fi
"$node" "$here/program/check-node.cjs" || exit 1
exec "$node" "$here/program/server/index.js" serve --open "$@"
