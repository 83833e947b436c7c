import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '../../../contract/errors.ts';
import type { PackagePort } from '../../../core/ports/submissions.ts';
import { PACKAGE_LIMITS } from '../../../domain/package/limits.ts';
import { DEFINITION_LIMITS } from '../../../domain/result-file/schema.ts';
import { writePackage } from './container.ts';
import { lock } from './passphrase.ts';
import { ContainerError } from './zip.ts';

/** Containers and packed texts, on Node's own compression and cryptography. */
export function createPackages(): PackagePort {
  return {
    pack(text) {
      const bytes = Buffer.from(text, 'utf8');
      return { size: bytes.length, data: deflateRawSync(bytes, { level: 9 }).toString('base64') };
    },
    unpack({ size, data }) {
      if (size > DEFINITION_LIMITS.unpacked || data.length > DEFINITION_LIMITS.packed) return null;
      try {
        const bytes = inflateRawSync(Buffer.from(data, 'base64'), { maxOutputLength: size });
        return bytes.length === size ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : null;
      } catch {
        return null;
      }
    },
    async write(content, passphrase) {
      try {
        const entries = content.entries.map((entry) => ({
          name: entry.name,
          bytes: 'text' in entry ? Buffer.from(entry.text, 'utf8') : entry.bytes,
        }));
        const bytes = writePackage({ ...content, entries });
        return passphrase === null ? bytes : await lock(bytes, passphrase);
      } catch (error) {
        if (!(error instanceof ContainerError)) throw error;
        const limit = `${PACKAGE_LIMITS[content.kind].archive / 1024 / 1024} MB`;
        throw new AppError('file.too-large', { file: '.thuocso', limit }, [], { cause: error });
      }
    },
  };
}
