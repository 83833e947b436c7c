import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { exact, toFraction } from '../../../domain/exact/exact.ts';
import { paperOf, prepareItem } from '../../../domain/items/registry.ts';
import type { PaperLine } from '../../../domain/items/kind.ts';
import type { Group, Item, Node, Questionnaire } from '../../../domain/questionnaire/types.ts';
import { isGroup, itemsOf } from '../../../domain/questionnaire/walk.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { pointsCount } from '../../i18n/plural.ts';
import { Rich } from '../answer/Rich.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** Digits of points: exact halves and quarters show as they are. */
const DECIMALS = 2;

function usePoints(): (points: string) => string {
  const language = useLanguage();
  return (points) => formatNumber(exact(points), language, DECIMALS);
}

/** The tree of groups and items, each with its points. Groups are closed at first: some have sixty items. */
export function Structure({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const t = useT();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const all = questionnaire.groups.map(({ id }) => id);
  const isAllOpen = all.every((id) => open.has(id));
  const toggle = (id: string, isOpen: boolean): void => {
    if (open.has(id) === isOpen) return;
    const next = new Set(open);
    if (isOpen) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  return (
    <section aria-labelledby="structure" className="stack-1">
      <div className="row library__bar">
        <h2 id="structure">{t('library.structure')}</h2>
        <Button look="quiet" onClick={() => setOpen(new Set(isAllOpen ? [] : all))}>
          {t(isAllOpen ? 'library.close-all' : 'library.open-all')}
        </Button>
      </div>
      {questionnaire.groups.map((group) => (
        <TopGroup key={group.id} group={group} open={open.has(group.id)} onToggle={(now) => toggle(group.id, now)} />
      ))}
    </section>
  );
}

function TopGroup({
  group,
  open,
  onToggle,
}: {
  readonly group: Group;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}) {
  const t = useT();
  const say = useLocalized();
  const count = [...itemsOf(group.children)].length;
  return (
    <details className="library__group" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        <Icon of={ChevronRight} />
        <span>
          <strong>
            {group.code} {say(group.title)}
          </strong>{' '}
          <span className="muted">
            {t('library.items-of', { count })}
            <NodeFacts node={group} />
          </span>
        </span>
      </summary>
      {open && <Children nodes={group.children} />}
    </details>
  );
}

function Children({ nodes }: { readonly nodes: readonly Node[] }) {
  const say = useLocalized();
  return (
    <ul className="library__tree">
      {nodes.map((node) => (
        <li key={node.id}>
          {isGroup(node) ? (
            <>
              <strong>
                {node.code} {say(node.title)}
              </strong>
              <span className="muted">
                <NodeFacts node={node} />
              </span>
              <Children nodes={node.children} />
            </>
          ) : (
            <ItemLine item={node} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Weight and scope, only where they differ from the ordinary. */
function NodeFacts({ node }: { readonly node: Node }) {
  const t = useT();
  const points = usePoints();
  const facts = [
    toFraction(exact(node.weight)) !== '1' && t('library.weight', { weight: points(node.weight) }),
    !node.scored && t('library.unscored'),
    !isGroup(node) && node.role === 'bonus' && t('library.bonus'),
    !isGroup(node) && node.role === 'deduction' && t('library.deduction'),
    !isGroup(node) && node.evidence === 'required' && t('library.evidence'),
  ].filter((fact) => fact !== false);
  return facts.map((fact) => ` · ${fact}`).join('');
}

function ItemLine({ item }: { readonly item: Item }) {
  const t = useT();
  const say = useLocalized();
  const points = usePoints();
  const lines = paperOf(item);
  const isPriced = lines.some((line) => line.kind === 'tick' && line.points !== null);
  return (
    <>
      <span>
        {item.code} {say(item.title)}
      </span>
      <span className="muted small">
        {item.scored && !isPriced && ` · ${t('library.most', pointsCount(points(toFraction(prepareItem(item).max))))}`}
        <NodeFacts node={item} />
      </span>
      {isPriced && (
        <ul className="library__options">
          {lines.map((line, index) => (
            <OptionLine key={index} line={line} />
          ))}
        </ul>
      )}
    </>
  );
}

function OptionLine({ line }: { readonly line: PaperLine }) {
  const t = useT();
  const say = useLocalized();
  const points = usePoints();
  if (line.kind === 'heading')
    return (
      <li>
        <Rich text={say(line.label)} />
      </li>
    );
  if (line.kind !== 'tick') return null;
  return (
    <li>
      <Rich text={say(line.label)} />
      {line.points !== null && <b> – {t('library.points', pointsCount(points(line.points)))}</b>}
    </li>
  );
}
