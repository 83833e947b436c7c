/**
 * How many single changes lead from one text to the other: a letter added, left out, exchanged, or two neighbours swapped
 * (optimal string alignment).
 */
export function changesBetween(a: string, b: string): number {
  let [older, former]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let least = Math.min(
        (former[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (former[column - 1] as number) + (same ? 0 : 1),
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (isSwap) least = Math.min(least, (older[column - 2] as number) + 1);
      current.push(least);
    }
    [older, former] = [former, current];
  }
  return former[b.length] as number;
}

/** 1 for equal texts, 0 for texts without anything in common. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - changesBetween(a, b) / longest;
}
