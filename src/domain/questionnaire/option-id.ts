/** The id of an option that was given none: its points in lowest terms, "3", "1-2" for a half, "minus-1". */
export function optionIdOf(points: string): string {
  return points.replace('-', 'minus-').replace('/', '-');
}
