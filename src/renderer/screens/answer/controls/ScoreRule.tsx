import type { NumberScore } from '../../../../domain/items/number-score.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { scoreRuleLines } from './score-rule.ts';

/** The rule by which a figure becomes points, always in sight. */
export function ScoreRule({ rule, suffix }: { readonly rule: NumberScore; readonly suffix: string }) {
  const t = useT();
  const lines = scoreRuleLines(t, rule, useLanguage(), suffix);
  if (lines.length === 0) return null;
  return (
    <ul className="rule small muted">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
