const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

const MARK = /^[A-Z2-9]{4}(-[A-Z2-9]{4}){1,2}$/;
const BACKUP = /thuoc-so_\d{8}-\d{9}/g;

/** What each host fills in for itself: who it is, where its data lies, and the log entry of an unexpected error. */
const OWN = new Set(['host', 'dataFolder', 'backupFolder', 'ref']);

/**
 * Replaces what differs between two runs of the same program: made ids become numbers in the order in which they turn
 * up, instants and what a host says of itself become words. Everything else stays, types and key order included.
 * @returns a function for the answers of one host, which remembers its ids
 */
export function createNormaliser(): (value: unknown) => unknown {
  const ids = new Map<string, string>();
  const name = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `id ${ids.size + 1}`);
    return ids.get(id) as string;
  };

  function normalise(value: unknown): unknown {
    // The name of a backup carries its instant, the overview for diagnostics the host and its versions.
    if (typeof value === 'string')
      return INSTANT.test(value)
        ? 'an instant'
        : value.startsWith('{\n  "program"')
          ? 'an overview'
          : value.replace(BACKUP, 'backup').replace(UUID, name);
    if (Array.isArray(value)) return value.map(normalise);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => {
        if (OWN.has(key)) return [key, entry === '' ? '' : `own ${key}`];
        // Files contain instants, so their digests differ and their packed length varies by some bytes.
        if (key === 'sha256' && 'fileName' in value) return [key, 'a digest'];
        if (key === 'bytes' && typeof entry === 'number') return [key, entry > 100 ? 'a file' : 'an empty file'];
        // So do the marks of contents and of installations.
        if ((key === 'code' || key === 'mark') && typeof entry === 'string' && MARK.test(entry)) return [key, 'a mark'];
        if (key === 'base64' && typeof entry === 'string' && entry.length > 1000) return [key, 'a file'];
        if (key === 'place' && 'verified' in value) return [key, 'own place'];
        if ((key === 'size' || key === 'received') && typeof entry === 'number' && entry > 1000) return [key, 'a file'];
        return [key, normalise(entry)];
      }),
    );
  }
  return normalise;
}

/** Puts a list into an order that depends on its content without ids. */
export function sortByContent(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const key = (entry: unknown): string =>
    JSON.stringify(entry)
      .replace(UUID, '')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');
  return [...(value as unknown[])].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
