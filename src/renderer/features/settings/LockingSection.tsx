import { useId, useState } from 'react';
import { privacySchema, type Privacy } from '../../../shared/domain/settings';
import { call } from '../../bridge/client';
import { queryClient, useAppInfo } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { showToast } from '../../session/toastStore';
import { Tick } from '../../ui/Tick';
import styles from './SettingsRoom.module.css';

const usualMinutes = 5;

async function save(privacy: Privacy): Promise<void> {
  const reply = await call('app.setPrivacy', privacy);
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  await queryClient.invalidateQueries({ queryKey: ['app'] });
}

/** Whole minutes from 1 to 60, or null while what is typed is none. */
function typedMinutes(typed: string): number | null {
  const parsed = privacySchema.shape.lockAfterMinutes.safeParse(Number(typed.trim() || Number.NaN));
  return parsed.success ? parsed.data : null;
}

interface MinutesProps {
  readonly minutes: number | null;
  readonly onChange: (minutes: number) => void;
}

/** A number in a sentence. It is kept when the person leaves it, not with every key: 6 is on the way to 60. Until it is one, the last one holds. */
function MinutesField({ minutes, onChange }: MinutesProps) {
  const [typed, setTyped] = useState(String(minutes ?? usualMinutes));
  const hintId = useId();
  const next = typedMinutes(typed);
  const isUnclear = next === null;
  const keep = (): void => {
    if (next !== null && next !== minutes) onChange(next);
  };
  return (
    <div className={styles.stack}>
      <label className={styles.sentence}>
        {message('settings.locking.before')}
        <input
          className={styles.minutes}
          inputMode="numeric"
          autoComplete="off"
          disabled={minutes === null}
          aria-label={message('settings.locking.minutes')}
          aria-invalid={isUnclear}
          aria-describedby={hintId}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
        />
        {message('settings.locking.after')}
      </label>
      <p id={hintId} className={styles.note} role="status">
        {isUnclear && message('settings.locking.range')}
      </p>
    </div>
  );
}

/** When the journal locks by itself, when the curtain is drawn, and who may take its picture. Of this computer, not of a journal. */
export function LockingSection() {
  const info = useAppInfo().data;
  if (!info) return null;
  const { privacy, platform } = info;
  const change = (changed: Partial<Privacy>): void => void save({ ...privacy, ...changed });
  return (
    <>
      <MinutesField
        // Off and on again, it begins with the usual minutes.
        key={privacy.lockAfterMinutes === null ? 'never' : 'minutes'}
        minutes={privacy.lockAfterMinutes}
        onChange={(lockAfterMinutes) => change({ lockAfterMinutes })}
      />
      <Tick
        label={message('settings.locking.never')}
        note={message('settings.locking.neverNote')}
        checked={privacy.lockAfterMinutes === null}
        onChange={(never) => change({ lockAfterMinutes: never ? null : usualMinutes })}
      />
      <Tick
        label={message('settings.locking.curtain')}
        note={message('settings.locking.curtainNote')}
        checked={privacy.curtainOnBlur}
        onChange={(curtainOnBlur) => change({ curtainOnBlur })}
      />
      <Tick
        label={message('settings.locking.capture')}
        note={message(
          platform === 'linux' ? 'settings.locking.captureLinux' : 'settings.locking.captureNote',
        )}
        checked={platform !== 'linux' && privacy.hideFromCapture}
        disabled={platform === 'linux'}
        onChange={(hideFromCapture) => change({ hideFromCapture })}
      />
    </>
  );
}
