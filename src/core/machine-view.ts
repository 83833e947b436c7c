import type { MachineView } from '../contract/views/files.ts';
import type { MachineCode } from '../domain/package/machine-code.ts';
import { fingerprint } from '../domain/result-file/identity.ts';
import type { Ports } from './ports.ts';

/** The mark of this installation; null where it has none. */
export function ownMark(ports: Pick<Ports, 'machine' | 'sha256'>): string | null {
  const key = ports.machine.key();
  return key === null ? null : fingerprint(ports.sha256(key));
}

/**
 * Which installation wrote a content, against what was taken in before from the same unit (trust on first use).
 * @param unit id of the organisation that the file names; null compares with nothing
 */
export function machineView(
  ports: Pick<Ports, 'machine' | 'sha256' | 'storage'>,
  hash: string,
  code: MachineCode | null,
  unit: string | null,
): MachineView {
  if (!code) return { kind: 'none', mark: null };
  const mark = fingerprint(ports.sha256(code.key));
  if (!ports.machine.holds(hash, code)) return { kind: 'broken', mark };
  if (code.key === ports.machine.key()) return { kind: 'own', mark };
  const last = unit === null ? null : ports.storage.submissions.lastKey(unit);
  return { kind: last === null ? 'first' : last === code.key ? 'same' : 'other', mark };
}
