import { Ban, Bookmark, CircleDashed, TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { AnswerRecord } from '../../../domain/assessment/answer.ts';
import type { AssessmentContext } from '../../../domain/assessment/context.ts';
import type { Item, Questionnaire } from '../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { LevelChip } from '../../ui/LevelChip.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { answerText, levelOfAnswer } from '../answer/answer-text.ts';
import { scorerOf } from '../answer/hooks.ts';
import { lacksEvidence, progressOf, type OutlineGroup, type OutlineItem } from '../answer/outline.ts';
import { BACK_TO_CHECK, noteFixed } from '../answer/way-back.ts';

interface TableProps {
  readonly questionnaire: Questionnaire;
  readonly context: AssessmentContext;
  readonly entry: OutlineGroup;
  readonly recordOf: (itemId: string) => AnswerRecord;
  readonly hrefOf: (itemId: string) => string;
  readonly readOnly: boolean;
}

/** All answers of a top group; groups inside it appear as rows that head their items. */
export function CheckTable({ questionnaire, context, entry, recordOf, hrefOf, readOnly }: TableProps) {
  const t = useT();
  const say = useLocalized();
  const progress = progressOf(entry.items, recordOf);
  const names = { code: entry.group.code, title: say(entry.group.title) };
  const inner = entry.children.length > 1 ? entry.children : [];
  const loose = entry.items.filter((other) => !inner.some((group) => group.items.includes(other)));
  const rows = (entries: readonly OutlineItem[]) =>
    entries.map(({ item, scored }) => (
      <Row
        key={item.id}
        item={item}
        scored={scored}
        record={recordOf(item.id)}
        questionnaire={questionnaire}
        context={context}
        href={hrefOf(item.id)}
        readOnly={readOnly}
      />
    ));
  return (
    <section aria-labelledby={`group-${entry.group.id}`}>
      <div className="check__head">
        <h3 className="h2" id={`group-${entry.group.id}`}>
          {t('check.section', names)}
        </h3>
        <span className="muted small">{t('check.section-count', progress)}</span>
      </div>
      <div className="scroll">
        <table className="mid check__table">
          <caption className="visually-hidden">{t('check.section-caption', { ...names, ...progress })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('check.code')}</th>
              <th scope="col">{t('check.item')}</th>
              <th scope="col">{t('check.answer')}</th>
              <th scope="col">{t('check.evidence-head')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('check.act')}</span>
              </th>
            </tr>
          </thead>
          {loose.length > 0 && <tbody>{rows(loose)}</tbody>}
          {inner.map((group) => (
            <tbody key={group.group.id}>
              <tr className="check__inner">
                <th scope="rowgroup" colSpan={5}>
                  {group.group.code}. {say(group.group.title)}
                </th>
              </tr>
              {rows(group.items)}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function Row({
  item,
  scored,
  record,
  questionnaire,
  context,
  href,
  readOnly,
}: {
  readonly item: Item;
  readonly scored: boolean;
  readonly record: AnswerRecord;
  readonly questionnaire: Questionnaire;
  readonly context: AssessmentContext;
  readonly href: string;
  readonly readOnly: boolean;
}) {
  const t = useT();
  const say = useLocalized();
  return (
    <tr id={`row-${item.id}`}>
      <td className="muted">{item.code}</td>
      <th scope="row">
        {say(item.title)} {record.flagged && <Tag icon={Bookmark}>{t('check.flagged-tag')}</Tag>}
      </th>
      <td>
        <AnswerCell item={item} scored={scored} record={record} questionnaire={questionnaire} context={context} />
      </td>
      <td className="nowrap">
        {record.evidence.length > 0 ? (
          t('check.documents', { count: record.evidence.length })
        ) : lacksEvidence(item, record) ? (
          <Tag kind="warn" icon={TriangleAlert}>
            {t('check.missing')}
          </Tag>
        ) : (
          <span className="muted">
            <span aria-hidden="true">—</span>
            <span className="visually-hidden">{t('check.no-documents')}</span>
          </span>
        )}
      </td>
      <td className="num">
        <Link
          className="check__fix"
          href={href}
          state={BACK_TO_CHECK}
          onClick={() => noteFixed(item.id)}
          aria-label={t(readOnly ? 'check.view-of' : 'check.fix-of', { code: item.code })}
        >
          {t(readOnly ? 'check.view' : 'check.fix')}
        </Link>
      </td>
    </tr>
  );
}

function AnswerCell({
  item,
  scored,
  record,
  questionnaire,
  context,
}: {
  readonly item: Item;
  readonly scored: boolean;
  readonly record: AnswerRecord;
  readonly questionnaire: Questionnaire;
  readonly context: AssessmentContext;
}) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const { answer } = record;
  const { decimals } = questionnaire.scoring;
  if (answer.state === 'unanswered')
    return scored ? (
      <Tag kind="error" icon={CircleDashed}>
        {t('state.unanswered')}
      </Tag>
    ) : (
      <span className="muted">{t('state.unanswered')}</span>
    );
  if (answer.state === 'not-applicable')
    return (
      <>
        <Tag kind="plain" icon={Ban}>
          {t('state.not-applicable')}
        </Tag>
        <span className="check__more">{answer.reason}</span>
      </>
    );
  const level = levelOfAnswer(questionnaire, item, answer);
  if (level) return <LevelChip level={level.value} name={say(level.name)} small />;
  const scorer = scorerOf(item, context);
  const points = answer.state === 'answered' && scored ? scorer.score(answer.value) : null;
  return (
    <>
      {answerText(t, questionnaire, item, answer, language)}
      {points !== null && points !== 'unanswered' && (
        <span className="check__more">
          {t('check.points', {
            points: formatNumber(points, language, decimals),
            max: formatNumber(scorer.max, language, decimals),
          })}
        </span>
      )}
    </>
  );
}
