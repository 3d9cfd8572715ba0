import type { ReactNode } from 'react';
import { message } from '../../i18n/i18n';
import type { SettingsPart as PartName } from '../../session/view';
import styles from './SettingsRoom.module.css';

export const partHeadingId = (part: PartName): string => `settings-${part}`;

interface SettingsPartProps {
  readonly part: PartName;
  readonly children: ReactNode;
}

/** One part of the page under its heading, which the contents in the margin lead to. */
export function SettingsPart({ part, children }: SettingsPartProps) {
  return (
    <section className={styles.part} data-part={part} aria-labelledby={partHeadingId(part)}>
      <h2 id={partHeadingId(part)} className={styles.heading} tabIndex={-1}>
        {message(`settings.part.${part}`)}
      </h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
