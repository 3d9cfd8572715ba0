import { useRef, useState } from 'react';
import { clip } from '../../../../shared/document/plainText';
import type { IncomingDoubt } from '../../../../shared/domain/incoming';
import { sessionMinutesSchema } from '../../../../shared/domain/movement';
import { useSettings } from '../../../bridge/queries';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { kindWord } from '../../../i18n/words';
import { Button } from '../../../ui/Button';
import { changeAndFocusRow } from '../../../ui/focusRow';
import { Label } from '../../../ui/Label';
import styles from './BringIn.module.css';
import { sayMinutes } from './bringIn';
import { distanceWords } from './incomingWords';

const atATime = 12;

/** Times of moving the file tells no length of: they wait, and come in with the minutes the person says. */
export function Doubts({ doubts }: { readonly doubts: readonly IncomingDoubt[] }) {
  const unit = useSettings().data?.distanceUnit ?? 'km';
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [shown, setShown] = useState(atATime);
  const list = useRef<HTMLOListElement>(null);
  const minutes = doubts.flatMap(({ id }) => {
    const said = sessionMinutesSchema.safeParse(Number(typed[id] ?? ''));
    return said.success ? [{ id, minutes: said.data }] : [];
  });
  return (
    <section className={styles.part} aria-labelledby="doubts-heading">
      <Label id="doubts-heading">{message('transfer.doubts.heading', { count: doubts.length })}</Label>
      <p className={styles.note}>{message('transfer.doubts.text')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (minutes.length > 0) void sayMinutes(minutes);
        }}
      >
        <ol ref={list} className={styles.pairs}>
          {doubts.slice(0, shown).map(({ id, kind, day, time, distanceMetres, note }) => {
            const words = [
              kindWord(kind),
              formatDay(day, 'date'),
              ...(time === null ? [] : [time]),
              ...distanceWords(distanceMetres, unit),
            ].join(', ');
            return (
              <li key={id} className={styles.pair}>
                <div className={styles.doubt}>
                  <p>{words}</p>
                  {note !== null && (
                    <p className={styles.note}>{clip(note.replaceAll(/\s*\n\s*/g, ' · '), 120)}</p>
                  )}
                </div>
                <label className={styles.minutes}>
                  <input
                    type="text"
                    inputMode="numeric"
                    aria-label={message('transfer.doubts.minutesOf', { session: words })}
                    value={typed[id] ?? ''}
                    onChange={({ target }) => setTyped({ ...typed, [id]: target.value })}
                  />
                  {message('transfer.doubts.minutes')}
                </label>
              </li>
            );
          })}
        </ol>
        <div className={styles.acts}>
          <Button look="outlined" type="submit" disabled={minutes.length === 0}>
            {message('transfer.doubts.say', { count: minutes.length })}
          </Button>
          {doubts.length > shown && (
            <Button
              look="quiet"
              onClick={() => changeAndFocusRow(list.current, shown, () => setShown(shown + atATime))}
            >
              {message('transfer.alike.more', { count: Math.min(atATime, doubts.length - shown) })}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
