// npm run cli -- …: checks the Node version before any module of ours is read.
import './require-node24.mjs';
await import('../src/cli/index.ts');
