import { useState } from 'react';
import { quickSchema, type Quick } from '../../../shared/domain/settings';
import { call } from '../../bridge/client';
import { queryClient, useAppInfo } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Tick } from '../../ui/Tick';
import styles from './SettingsRoom.module.css';

/** "CommandOrControl+Alt+J" as "Ctrl Alt J", or "⌘⌥J". */
function keysInWords(keys: Quick['keys'], platform: string): string {
  if (keys === 'off') return message('settings.quick.off');
  const key = keys.slice(keys.lastIndexOf('+') + 1);
  const isMac = platform === 'darwin';
  if (keys.includes('Shift'))
    return message(isMac ? 'settings.quick.shiftMac' : 'settings.quick.shift', { key });
  return message(isMac ? 'settings.quick.altMac' : 'settings.quick.alt', { key });
}

/** Writing a line from any other program. Of this computer, not of a journal. */
export function QuickSection() {
  const info = useAppInfo().data;
  const [said, setSaid] = useState<string | null>(null);
  if (!info) return null;
  const { quick, platform } = info;
  const change = async (changed: Partial<Quick>): Promise<void> => {
    const reply = await call('app.setQuick', { ...quick, ...changed });
    if (!reply.ok) setSaid(failureMessage(reply.error));
    else setSaid(reply.value.keys === 'taken' ? message('settings.quick.taken') : null);
    await queryClient.invalidateQueries({ queryKey: ['app'] });
  };
  return (
    <div className={styles.stack}>
      <SegmentedControl
        label={message('settings.quick.keys')}
        options={quickSchema.shape.keys.options.map((value) => ({
          value,
          label: keysInWords(value, platform),
        }))}
        value={quick.keys}
        onChange={(keys) => void change({ keys })}
      />
      <output className={styles.note}>{said ?? message('settings.quick.note')}</output>
      <Tick
        label={message('settings.quick.tray')}
        note={message('settings.quick.trayNote')}
        checked={quick.tray === 'on'}
        onChange={(tray) => void change({ tray: tray ? 'on' : 'off' })}
      />
    </div>
  );
}
