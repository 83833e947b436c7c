/**
 * Text that was typed for the old one-byte fonts: TCVN3 (".VnTime") and VNI ("VNI-Times"). Read as Unicode it is
 * noise ("Uû ban nh©n d©n x·", "UÛy ban nhaân daân xaõ"), so import refuses it and says how to convert it.
 */
export type LegacyEncoding = 'tcvn3' | 'vni';

/** Letters that only real Unicode Vietnamese has; where one stands, the text was typed or converted properly. */
const UNICODE_VIETNAMESE = /[ăĂđĐơƠưƯ\u1EA0-\u1EF9]/;

/** TCVN3 puts signs, which no word of any language contains, or capitals behind small letters in the place of vowels and đ. */
const TCVN3_INSIDE = /[A-Za-z][µ¶¸¹»¼½¾¨©ª«¬®\u00AD][A-Za-z]/;
const TCVN3_BESIDE = /[A-Za-z][µ¶·¸¹»¼½¾¨©ª«¬®\u00AD]|[µ¶·¸¹»¼½¾¨©ª«¬®§\u00AD][A-Za-z]|[a-z][ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞß]/;

/** VNI writes the mark as a letter of its own behind the vowel: "aâ", "oû", "eä". */
const VNI_PAIR = /[aeiouyAEIOUY][øùûõïâáàåãäêéèúüëØÙÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[oOuU][äöÖ]/;

/** So many words must look like VNI: "naïve" and "août" in a foreign name must not. */
const VNI_SHARE = 0.25;

/**
 * Recognises text of the old fonts.
 * @param font name of the font that the cell or run uses, when it is known: it decides as soon as the text has any letter beyond ASCII
 * @returns null for ordinary text
 */
export function legacyEncoding(text: string, font = ''): LegacyEncoding | null {
  // eslint-disable-next-line no-control-regex -- anything beyond ASCII is what is asked for
  if (UNICODE_VIETNAMESE.test(text) || /^[\u0000-\u007F]*$/.test(text)) return null;
  if (/^\.vn/i.test(font)) return 'tcvn3';
  if (/^vni\b/i.test(font)) return 'vni';
  const words = text.split(/\s+/).filter((word) => /[A-Za-z]/.test(word));
  const tcvn3 = words.filter((word) => TCVN3_BESIDE.test(word)).length;
  if (TCVN3_INSIDE.test(text) || tcvn3 >= 2) return 'tcvn3';
  const vni = words.filter((word) => VNI_PAIR.test(word)).length;
  return vni >= 2 && vni / words.length >= VNI_SHARE ? 'vni' : null;
}
