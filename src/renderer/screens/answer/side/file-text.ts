import type { Language } from '../../../../domain/text/localized.ts';

const KB = 1024;

/** A size for people: "850 kB", "2,4 MB". */
export function sizeText(bytes: number, language: Language): string {
  const mega = bytes >= KB * KB;
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: mega ? 1 : 0,
  }).format(mega ? bytes / KB / KB : Math.max(1, bytes / KB));
  return `${number} ${mega ? 'MB' : 'kB'}`;
}
