/** Repeats work and reports the median, because single runs on an office PC or a shared machine say little. */
export interface Measured {
  /** Milliseconds per run. */
  readonly median: number;
  readonly fastest: number;
  readonly runs: number;
}

/** @param inner how often the work is repeated inside one timed run, for work far below a millisecond */
export async function measure(work: () => unknown, runs: number, inner = 1): Promise<Measured> {
  for (let warm = 0; warm < Math.max(1, Math.min(3, runs)); warm += 1) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    for (let round = 0; round < inner; round += 1) await work();
    times.push((performance.now() - start) / inner);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(runs / 2)] ?? 0, fastest: times[0] ?? 0, runs: runs * inner };
}

/** Synchronous variant: awaiting would cost more than the work itself. */
export function measureSync(work: () => unknown, runs: number, inner: number): Measured {
  for (let warm = 0; warm < inner; warm += 1) work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    for (let round = 0; round < inner; round += 1) work();
    times.push((performance.now() - start) / inner);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(runs / 2)] ?? 0, fastest: times[0] ?? 0, runs: runs * inner };
}

export interface Row {
  readonly name: string;
  readonly ms: number;
  readonly baseline: string;
  readonly baselineMs: number;
  /** ours ÷ baseline, of medians taken in the same run. */
  readonly ratio: number;
}

const round = (value: number): number => Number(value.toPrecision(4));

export function compare(name: string, ours: Measured, baseline: string, theirs: Measured): Row {
  return {
    name,
    ms: round(ours.median),
    baseline,
    baselineMs: round(theirs.median),
    ratio: round(ours.median / theirs.median),
  };
}
