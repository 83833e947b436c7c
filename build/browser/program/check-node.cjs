// Runs in every Node there ever was, so that an old one is told from a broken program.
'use strict';
var version = process.versions.node;
if (Number(version.split('.')[0]) < 24) {
  console.error(
    'Thước Số cần Node.js 24 trở lên, máy này đang có Node.js ' +
      version +
      '. Hãy cài bản mới hơn rồi mở lại.\n' +
      'Thước Số needs Node.js 24 or newer, this is Node.js ' +
      version +
      '. Install a newer one and start again.',
  );
  process.exit(1);
}
