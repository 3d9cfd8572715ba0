import { useState } from 'react';
import { everyDay, exportFormats, type ExportFormat } from '../../../shared/domain/transfer';
import { call } from '../../bridge/client';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { flushPendingWork } from '../../session/pendingWork';
import { Button } from '../../ui/Button';
import styles from './SettingsRoom.module.css';

/** Asks for a place and writes there. Returns what to say about it; null when nothing was chosen. */
async function runExport(format: ExportFormat): Promise<string | null> {
  await flushPendingWork();
  const target = await call('export.chooseTarget', { format });
  if (!target.ok) return target.error.type === 'Cancelled' ? null : failureMessage(target.error);
  const report = await call('export.run', {
    token: target.value.token,
    format,
    days: everyDay,
  });
  if (!report.ok) return failureMessage(report.error);
  const { files, entries, checkIns, sessions } = report.value;
  return message('settings.exported', { place: target.value.place, files, entries, checkIns, sessions });
}

/** Three ways to take the journal along, each said in a sentence. */
export function ExportSection() {
  const [running, setRunning] = useState<ExportFormat | null>(null);
  const [outcome, setOutcome] = useState<{ readonly format: ExportFormat; readonly text: string } | null>(
    null,
  );

  const start = async (format: ExportFormat): Promise<void> => {
    setRunning(format);
    setOutcome(null);
    const text = await runExport(format);
    setRunning(null);
    setOutcome(text === null ? null : { format, text });
  };

  return (
    <>
      <p className={styles.note}>{message('settings.exportLead')}</p>
      <ul className={styles.rows}>
        {exportFormats.map((format) => (
          <li key={format} className={styles.row}>
            <div>
              <p>{message(`settings.export.${format}`)}</p>
              <p className={styles.note}>{message(`settings.export.${format}Text`)}</p>
              <output className={styles.outcome}>{outcome?.format === format && outcome.text}</output>
            </div>
            <Button
              look="outlined"
              disabled={running !== null}
              aria-label={message('settings.exportRunOf', { format: message(`settings.export.${format}`) })}
              onClick={() => void start(format)}
            >
              {message(running === format ? 'settings.exportRunning' : 'settings.exportRun')}
            </Button>
          </li>
        ))}
        <li className={styles.row}>
          <div>
            <p>{message('settings.packet')}</p>
            <p className={styles.note}>{message('settings.packetText')}</p>
          </div>
          <Button
            look="outlined"
            aria-label={message('settings.packetOpenOf')}
            onClick={() => useSession.getState().openView({ room: 'packet' })}
          >
            {message('settings.packetOpen')}
          </Button>
        </li>
      </ul>
    </>
  );
}
