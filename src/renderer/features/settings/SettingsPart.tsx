import type { ReactNode } from 'react';
import { message } from '../../i18n/i18n';
import type { SettingsPart as PartName } from '../../session/view';
import { RoomPart } from '../../ui/RoomPart';
import styles from './SettingsRoom.module.css';

export const partHeadingId = (part: PartName): string => `settings-${part}`;

interface SettingsPartProps {
  readonly part: PartName;
  readonly children: ReactNode;
}

/** One part of the page under its heading, which the contents in the margin lead to. */
export function SettingsPart({ part, children }: SettingsPartProps) {
  return (
    <RoomPart
      name={message(`settings.part.${part}`)}
      headingId={partHeadingId(part)}
      room="beside a margin"
      body={styles.body}
    >
      {children}
    </RoomPart>
  );
}
