/** Members of nested objects by dotted keys. */
export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function getAt(object: unknown, key: string): unknown {
  let found: unknown = object;
  for (const part of key.split('.')) found = isFields(found) && Object.hasOwn(found, part) ? found[part] : undefined;
  return found;
}

/** Sets a member, making the objects on the way. The keys come from the column tables, never from a file. */
export function setAt(object: Fields, key: string, value: unknown): void {
  const parts = key.split('.');
  const last = parts.pop() as string;
  let place = object;
  for (const part of parts) place = isFields(place[part]) ? place[part] : (place[part] = {});
  place[last] = value;
}

/** A list inside an object, made when it is missing. */
export function listIn(object: Fields, key: string): unknown[] {
  if (!Array.isArray(object[key])) object[key] = [];
  return object[key] as unknown[];
}

/** An object inside another one, made when it is missing. */
export function memberOf(holder: Fields, key: string): Fields {
  const found = holder[key];
  if (isFields(found)) return found;
  const made: Fields = {};
  holder[key] = made;
  return made;
}
