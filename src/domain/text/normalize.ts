/**
 * Text as it is stored: NFC, plain spaces instead of no-break spaces, no control characters but line breaks and tabs.
 * "Tiếng Việt" typed on two keyboards can differ in code points while looking the same; without this, search and
 * comparison fail and PDF fonts lose marks.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\u00A0/g, ' ')
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- control characters are exactly what must go
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
      // Last, because letters and marks may only now stand side by side.
      .normalize('NFC')
  );
}

/**
 * Search key: lower case, without tone and vowel marks, đ as d, single spaces. "Đường Nguyễn Huệ" → "duong nguyen hue".
 * SQLite's own lower() and FTS folding do not know đ, so the key is made here and stored.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}
