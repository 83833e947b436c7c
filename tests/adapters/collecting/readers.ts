/** A reading process for tests: files with certain names do what hostile files could do to it, others are read. */
import { serve } from '../../../src/adapters/collecting/reader.ts';
import { readResults } from '../../../src/adapters/collecting/read-file.ts';

serve(async (context, file, skip, telling) => {
  if (file.name.includes('hang')) for (;;);
  if (file.name.includes('die')) process.exit(1);
  if (file.name.includes('eat')) {
    const eaten: Uint8Array[] = [];
    for (;;) eaten.push(new Uint8Array(16 * 1024 * 1024).fill(1));
  }
  return readResults(context, file, skip, telling);
});
