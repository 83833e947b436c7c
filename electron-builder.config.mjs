// What electron-builder is given; made and explained in scripts/packaging/config.ts. `npm run package` prepares the rest.
import { configuration } from './scripts/packaging/config.ts';

export default configuration();
