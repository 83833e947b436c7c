/** The text of a form field, NFC and without blanks around it; empty when there is none. */
export function formText(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.normalize('NFC').trim() : '';
}
