import { CircleAlert, CircleCheck, CircleDashed, Clock, PenLine } from 'lucide-react';
import { useState } from 'react';
import type { PlanView } from '../../../contract/views/plan.ts';
import { deadlineOf } from '../../../domain/plan/calendar.ts';
import { REPORT_KINDS, type Reporting } from '../../../domain/plan/plan.ts';
import { samePeriod, type ReportPeriod, type ReportState } from '../../../domain/plan/progress.ts';
import type { Questionnaire } from '../../../domain/questionnaire/types.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { DayField, dayTyped } from './DayField.tsx';
import { ProgressDialog } from './ProgressDialog.tsx';
import { ProgressExport } from './ProgressExport.tsx';
import { readWhole } from './numbers.ts';
import type { PlanWork } from './plan-work.ts';

const LOOK: Record<ReportState, { kind: 'ok' | 'warn' | 'error' | 'plain'; icon: typeof Clock }> = {
  reported: { kind: 'ok', icon: CircleCheck },
  'reported-late': { kind: 'warn', icon: CircleCheck },
  late: { kind: 'error', icon: CircleAlert },
  due: { kind: 'warn', icon: Clock },
  running: { kind: 'plain', icon: CircleDashed },
  later: { kind: 'plain', icon: CircleDashed },
};

/** What is late, and the reports by period. */
export function PlanProgress({
  view,
  questionnaire,
  work,
}: {
  readonly view: PlanView;
  readonly questionnaire: Questionnaire;
  readonly work: PlanWork;
}) {
  const t = useT();
  const [open, setOpen] = useState<ReportPeriod | null>(null);
  const { plan } = view;
  return (
    <>
      <Late view={view} />
      <section aria-labelledby="periods" className="stack-1">
        <h2 id="periods">{t('plan.periods')}</h2>
        <ReportingForm plan={plan} work={work} />
        {view.periods.length === 0 ? (
          <p className="muted">{t('plan.periods-none')}</p>
        ) : (
          <div className="scroll">
            <table className="mid periods">
              <caption className="visually-hidden">{t('plan.periods')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('plan.period')}</th>
                  <th scope="col">{t('plan.window')}</th>
                  <th scope="col">{t('plan.deadline')}</th>
                  <th scope="col">{t('plan.state')}</th>
                  <th scope="col">{t('plan.reported-on')}</th>
                  <th scope="col" className="num">
                    {t('plan.done-of')}
                  </th>
                  <th scope="col">
                    <span className="visually-hidden">{t('plan.acts')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {view.periods.map((entry) => (
                  <PeriodRow
                    key={`${entry.period.kind} ${entry.period.year} ${entry.period.number}`}
                    entry={entry}
                    view={view}
                    work={work}
                    onOpen={() => setOpen(entry)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <ProgressExport view={view} />
      {open && <ProgressDialog view={view} questionnaire={questionnaire} entry={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Late({ view }: { readonly view: PlanView }) {
  const t = useT();
  const late = view.tasks.filter(({ lateness }) => lateness === 'late');
  const reports = view.periods.filter(({ state }) => state === 'late');
  if (late.length === 0 && reports.length === 0) return <p className="muted">{t('plan.nothing-late')}</p>;
  return (
    <Notice kind="warn">
      <p>
        <strong>{t('plan.late-count', { tasks: late.length, reports: reports.length })}</strong>
      </p>
      <ul>
        {late.map(({ id, daysLate }) => (
          <li key={id}>
            {t('plan.late-task', {
              task: view.plan.tasks.find((task) => task.id === id)?.text ?? '',
              late: t('plan-word.late.late', { days: daysLate }).toLowerCase(),
            })}
          </li>
        ))}
        {reports.map(({ period, deadline }) => (
          <li key={`${period.kind} ${period.year} ${period.number}`}>
            {t('plan.late-report', { period: periodText(t, period), day: dayTyped(deadline) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function ReportingForm({ plan, work }: { readonly plan: PlanView['plan']; readonly work: PlanWork }) {
  const t = useT();
  const { reporting } = plan;
  const set = (next: Partial<Reporting>): void => work.change((now) => ({ reporting: { ...now.reporting, ...next } }));
  const [wrong, setWrong] = useState(false);
  return (
    <div className="row reporting">
      <fieldset className="row">
        <legend className="label">{t('plan.report-kinds')}</legend>
        {REPORT_KINDS.map((kind) => (
          <label key={kind} className="pick">
            <input
              type="checkbox"
              checked={reporting.kinds.includes(kind)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                set({ kinds: REPORT_KINDS.filter((one) => (one === kind ? on : reporting.kinds.includes(one))) });
              }}
            />
            <span>{t(`plan.kind-${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <Field label={t('plan.cutoff')} hint={t('plan.cutoff-hint')} error={wrong ? t('plan.cutoff-wrong') : undefined}>
        {(control) => (
          <input
            {...control}
            key={reporting.cutoffDay}
            className="amount"
            type="text"
            inputMode="numeric"
            maxLength={2}
            defaultValue={reporting.cutoffDay}
            autoComplete="off"
            spellCheck={false}
            onBlur={(event) => {
              const day = readWhole(event.currentTarget.value, 1, 28);
              setWrong(day === null);
              if (day !== null && day !== reporting.cutoffDay) set({ cutoffDay: day });
            }}
          />
        )}
      </Field>
      <DayField label={t('plan.report-start')} day={reporting.start} onDay={(day) => set({ start: day })} />
    </div>
  );
}

function PeriodRow({
  entry,
  view,
  work,
  onOpen,
}: {
  readonly entry: ReportPeriod;
  readonly view: PlanView;
  readonly work: PlanWork;
  readonly onOpen: () => void;
}) {
  const t = useT();
  const { period, window, deadline, state, record } = entry;
  const { reporting, tasks } = view.plan;
  const name = periodText(t, period);
  const look = LOOK[state];
  /** An emptied field goes back to the rule. */
  const move = (day: string): void =>
    work.change((now) => {
      const deadlines = now.reporting.deadlines.filter((own) => !samePeriod(own.period, period));
      const rule = deadlineOf({ ...now.reporting, deadlines }, period);
      return {
        reporting: {
          ...now.reporting,
          deadlines: day === '' || day === rule ? deadlines : [...deadlines, { period, day }],
        },
      };
    });
  const own = reporting.deadlines.some((other) => samePeriod(other.period, period));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="nowrap">
        {dayTyped(window.from)} – {dayTyped(window.to)}
      </td>
      <td className="periods__deadline">
        <DayField label={t('plan.deadline-of', { period: name })} day={deadline} onDay={move} />
        {own && <span className="small muted">{t('plan.deadline-own')}</span>}
      </td>
      <td>
        <Tag kind={look.kind} icon={look.icon}>
          {t(`plan-word.report.${state}`)}
        </Tag>
      </td>
      <td>{record && dayTyped(record.reportedOn)}</td>
      <td className="num">
        {record && `${record.tasks.filter(({ status }) => status === 'done').length}/${tasks.length}`}
      </td>
      <td>
        <Button
          aria-haspopup="dialog"
          aria-label={t('plan.record-of', { act: t(record ? 'plan.record-edit' : 'plan.record'), period: name })}
          onClick={onOpen}
        >
          <Icon of={PenLine} /> {t(record ? 'plan.record-edit' : 'plan.record')}
        </Button>
      </td>
    </tr>
  );
}
