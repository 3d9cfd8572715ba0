import { useIsReadOnly } from '../bridge/careQueries';
import { useAppInfo } from '../bridge/queries';
import { message } from '../i18n/i18n';
import { useSession } from '../session/sessionStore';
import { WordMark } from '../ui/WordMark';
import {
  curtainCommand,
  keysInWords,
  lockCommand,
  roomCommands,
  settingsCommand,
  type Command,
} from './commands';
import styles from './SideColumn.module.css';

interface ItemProps {
  readonly command: Command;
  readonly platform: string;
  readonly current?: 'page' | undefined;
}

function Item({ command, platform, current }: ItemProps) {
  return (
    <li>
      <button type="button" className={styles.item} aria-current={current} onClick={command.run}>
        {message(command.label)}
        <span className={styles.key} aria-hidden>
          {keysInWords(command, platform)}
        </span>
      </button>
    </li>
  );
}

/** The rooms with their keys, and what holds everywhere. */
export function SideColumn() {
  const room = useSession((session) => session.view.room);
  const isReadOnly = useIsReadOnly();
  const platform = useAppInfo().data?.platform ?? 'linux';
  return (
    <nav className={styles.column} aria-label={message('app.rooms')}>
      <p className={styles.mark}>
        <WordMark />
      </p>
      <ul className={styles.rooms}>
        {roomCommands.map((command) => (
          <Item
            key={command.id}
            command={command}
            platform={platform}
            current={command.room === room ? 'page' : undefined}
          />
        ))}
      </ul>
      <ul className={styles.rest}>
        <Item
          command={settingsCommand}
          platform={platform}
          current={room === 'settings' ? 'page' : undefined}
        />
        <Item command={curtainCommand} platform={platform} />
        <Item command={lockCommand} platform={platform} />
      </ul>
      <p className={styles.offline}>{message(isReadOnly ? 'app.readOnly' : 'app.offline')}</p>
    </nav>
  );
}
