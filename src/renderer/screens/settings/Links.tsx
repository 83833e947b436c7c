import { Link } from 'wouter';
import { useT } from '../../i18n/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { SettingsLink } from './links.ts';

/** Ways to screens that belong to a section. */
export function Links({
  links,
  organisationId,
}: {
  readonly links: readonly SettingsLink[];
  readonly organisationId: string | null;
}) {
  const t = useT();
  return (
    <ul className="doors settings-links">
      {links.map(({ id, icon, to }) => (
        <li key={id}>
          <Link href={to(organisationId)}>
            <Icon of={icon} />
            <span>
              <span className="doors__name">{t(`settings.link-${id}`)}</span>
              <small>{t(`settings.link-${id}-more`)}</small>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
