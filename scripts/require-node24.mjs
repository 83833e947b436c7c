// The database driver needs Node 24's Node-API; an older Node would crash without a word, so say it first.
const major = Number(process.versions.node.split('.')[0]);
if (major !== 24) {
  console.error(
    `Thước Số cần Node 24, đang chạy Node ${process.versions.node}. Chạy lệnh "npm ci" rồi dùng "npm start", "npm test" hoặc "npm run …".\n` +
      `Thước Số needs Node 24 but this is Node ${process.versions.node}. Run "npm ci", then use "npm start", "npm test" or "npm run …".`,
  );
  process.exit(1);
}
