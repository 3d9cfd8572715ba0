import { useId } from 'react';
import { message } from '../../../i18n/i18n';
import { setTransfers, type TakeOutChoices } from '../../../session/transferStore';
import { SegmentedControl } from '../../../ui/SegmentedControl';
import { areDaysBackwards } from './takeOut';
import styles from './TakeOut.module.css';

const sides = ['from', 'to'] as const;

/** Which days, and what the format lets one choose. An archive is everything. */
export function FormatOptions({ choices }: { readonly choices: TakeOutChoices }) {
  const noteId = useId();
  const change = (part: Partial<TakeOutChoices>): void => setTransfers({ choices: { ...choices, ...part } });
  return (
    <div className={styles.options}>
      {choices.format === 'markdown' && (
        <SegmentedControl
          label={message('transfer.out.layout')}
          value={choices.layout}
          options={[
            { value: 'by-entry', label: message('transfer.out.byEntry') },
            { value: 'by-day', label: message('transfer.out.byDay') },
          ]}
          onChange={(layout) => change({ layout })}
        />
      )}
      {choices.format === 'csv' && (
        <SegmentedControl
          label={message('transfer.out.flavour')}
          value={choices.flavour}
          options={[
            { value: 'plain', label: message('transfer.out.plain') },
            { value: 'excel', label: message('transfer.out.excel') },
          ]}
          onChange={(flavour) => change({ flavour })}
        />
      )}
      <div className={styles.days} role="group" aria-label={message('transfer.out.days')}>
        {sides.map((side) => (
          <label key={side} className={styles.day}>
            <span>{message(`transfer.out.${side}`)}</span>
            <input
              type="date"
              className={styles.date}
              value={choices[side]}
              aria-describedby={noteId}
              aria-invalid={areDaysBackwards(choices)}
              onChange={({ target }) => change({ [side]: target.value })}
            />
          </label>
        ))}
      </div>
      <p
        id={noteId}
        className={styles.for}
        data-wrong={areDaysBackwards(choices) ? 'yes' : 'no'}
        role="status"
      >
        {message(areDaysBackwards(choices) ? 'transfer.out.backwards' : 'transfer.out.daysNote')}
      </p>
    </div>
  );
}
