/** A native progress bar. The figures stand beside it as text; `label` names it for screen readers. */
export function ProgressBar({
  value,
  max,
  label,
}: {
  readonly value: number;
  readonly max: number;
  readonly label: string;
}) {
  return (
    <progress className="progress" value={value} max={Math.max(1, max)} aria-label={label}>
      {value}/{max}
    </progress>
  );
}
