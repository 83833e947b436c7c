/** A run of text inside a line. */
export type Run =
  | { readonly kind: 'text' | 'bold' | 'key'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'note'; readonly text: string }
  | { readonly kind: 'bullets' | 'steps'; readonly items: readonly string[] };

const LISTS = { bullets: '- ', steps: '1. ' } as const;

/** Text of an article as blocks; see `Article` for how it is written. */
export function blocksOf(text: string): Block[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((block) => {
      const lines = block.split('\n');
      for (const kind of ['bullets', 'steps'] as const) {
        const mark = LISTS[kind];
        if (lines.every((line) => line.startsWith(mark)))
          return { kind, items: lines.map((line) => line.slice(mark.length)) };
      }
      const whole = lines.join(' ');
      if (whole.startsWith('## ')) return { kind: 'heading', text: whole.slice(3) };
      if (whole.startsWith('! ')) return { kind: 'note', text: whole.slice(2) };
      return { kind: 'paragraph', text: whole };
    });
}

const RUN = /\*\*(.+?)\*\*|\[\[(.+?)\]\]|\[([^\]]+)\]\((\/[^)\s]*)\)/g;

/** A line as runs. Links lead to screens of the program only. */
export function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const found of line.matchAll(RUN)) {
    if (found.index > from) runs.push({ kind: 'text', text: line.slice(from, found.index) });
    const [whole, bold, key, words, to] = found;
    if (bold !== undefined) runs.push({ kind: 'bold', text: bold });
    else if (key !== undefined) runs.push({ kind: 'key', text: key });
    else if (words !== undefined && to !== undefined) runs.push({ kind: 'link', text: words, to });
    from = found.index + whole.length;
  }
  if (from < line.length) runs.push({ kind: 'text', text: line.slice(from) });
  return runs;
}

/** What is read of an article, without its marks: for searching. */
export function plainText(text: string): string {
  return blocksOf(text)
    .flatMap((block) => ('items' in block ? block.items : [block.text]))
    .map((line) =>
      runsOf(line)
        .map((run) => run.text)
        .join(''),
    )
    .join(' ');
}
