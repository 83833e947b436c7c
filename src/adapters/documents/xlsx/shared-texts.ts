/** Texts that many rows of the detail table have in common stand once under the table, with a short mark in the rows. */
import type { ItemLine, ReportModel } from '../../../domain/report/model.ts';

export interface SharedTexts {
  /** How points are given, with marks in the place of shared texts. */
  readonly rule: (line: ItemLine) => string;
  readonly legends: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/** The texts that occur more than once, with their marks in the order of first use. */
function repeated(texts: readonly string[], mark: (index: number) => string): Map<string, string> {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1).map(([text]) => text);
  return new Map(shared.map((text, index) => [text, mark(index)]));
}

/** A, B ... Z, A2, B2 ... */
const letter = (index: number): string =>
  String.fromCharCode(65 + (index % 26)) + (index < 26 ? '' : String(Math.floor(index / 26) + 1));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function shareTexts({ detail, labels }: ReportModel): SharedTexts {
  const items = detail.filter((line) => line.kind === 'item');
  const scales = repeated(
    items.map(({ scale }) => scale),
    (index) => `${labels.scale} ${letter(index)}`,
  );
  const remarks = repeated(
    items.map(({ adapted }) => adapted),
    (index) => `${labels.remark} ${index + 1}`,
  );
  const legend = (title: string, texts: ReadonlyMap<string, string>) =>
    texts.size === 0 ? [] : [{ title, lines: [...texts].map(([text, mark]) => `${capital(mark)}: ${text}`) }];
  return {
    rule({ rule, scale, adapted }) {
      const mark = scales.get(scale);
      const short = mark === undefined ? rule : rule.replace(scale, () => mark);
      const remark = remarks.get(adapted);
      if (adapted === '') return short;
      return remark === undefined ? `${short}\n${adapted}` : `${short} (${capital(remark)})`;
    },
    legends: [...legend(labels.scales, scales), ...legend(labels.remarks, remarks)],
  };
}
