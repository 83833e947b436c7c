/** The palette has five steps and the empty one; sets with more levels share the last colour, the number tells them apart. */
export function levelClass(level: number): string {
  return `l${Math.min(5, Math.max(0, Math.trunc(level)))}`;
}

/** The level as a number in its colour, with the name beside it unless the column head or the row gives it. */
export function LevelChip({
  level,
  name,
  small = false,
}: {
  readonly level: number;
  readonly name?: string;
  readonly small?: boolean;
}) {
  const chip = <span className={`lvl${small ? ' lvl--s' : ''} ${levelClass(level)}`}>{level}</span>;
  if (name === undefined) return chip;
  return (
    <span className="lvl-named">
      {chip} <span>{name}</span>
    </span>
  );
}
