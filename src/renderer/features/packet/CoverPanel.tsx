import { memo, useRef, useState } from 'react';
import { bar } from '../../../shared/packet/bars';
import { readName } from '../../../shared/packet/findNames';
import { coverRecords, piecesAt, type PacketRecords } from '../../../shared/packet/packetRecords';
import { clip } from '../../../shared/document/plainText';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { changeAndFocusRow } from '../../ui/focusRow';
import { TextField } from '../../ui/TextField';
import styles from './CoverPanel.module.css';
import type { PacketChoice } from './packetChoice';

interface CoverPanelProps {
  /** Chosen, and not covered. */
  readonly records: PacketRecords;
  readonly choice: PacketChoice;
  readonly onChange: (change: Partial<PacketChoice>) => void;
}

const barsIn = (records: PacketRecords): number => JSON.stringify(records).split(bar).length - 1;

/** How often a name stands in the records. */
function countName(records: PacketRecords, text: string): number {
  const name = readName(text);
  if (name === null) return 0;
  return barsIn(coverRecords(records, { names: [name], passages: [] }, 'with')) - barsIn(records);
}

/** Counted once for each set of records, not with every letter that is typed beside it. */
const CountedName = memo(function CountedName({
  name,
  records,
}: Pick<CoverPanelProps, 'records'> & { readonly name: string }) {
  return <span>{message('packet.nameIn', { name, count: countName(records, name) })}</span>;
});

/** Of a passage as much as tells it from the others; it is the person's own, on their own screen. */
const longestShown = 48;

/** What is covered, and how to take it back. */
export function CoverPanel({ records, choice, onChange }: CoverPanelProps) {
  const { names, passages } = choice;
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const [nameRows, passageRows] = [useRef<HTMLUListElement>(null), useRef<HTMLUListElement>(null)];
  const add = (): void => {
    const added = typed
      .split(',')
      .map((name) => name.trim())
      .filter((name) => readName(name) !== null && !names.includes(name));
    setTyped('');
    if (added.length > 0) onChange({ names: [...names, ...added] });
  };
  /** The next row has the focus then, or the field where there is none. */
  const uncover = (rows: Element | null, index: number, change: Partial<PacketChoice>): void => {
    if (!changeAndFocusRow(rows, index, () => onChange(change))) field.current?.focus();
  };
  return (
    <section className={styles.panel} aria-label={message('packet.covered')}>
      <h2 className={styles.heading}>{message('packet.names')}</h2>
      <p className={styles.note}>{message('packet.namesNote')}</p>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          ref={field}
          label={message('packet.name')}
          value={typed}
          maxLength={400}
          // A name that was typed and left is meant: nothing leaves with it uncovered.
          onBlur={add}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button look="outlined" type="submit">
          {message('packet.nameAdd')}
        </Button>
      </form>
      <ul ref={nameRows} className={styles.list}>
        {names.map((name, index) => (
          <li key={name} className={styles.row}>
            <CountedName name={name} records={records} />
            <Button
              look="quiet"
              aria-label={message('packet.uncoverOf', { words: name })}
              onClick={() =>
                uncover(nameRows.current, index, { names: names.filter((other) => other !== name) })
              }
            >
              {message('packet.uncover')}
            </Button>
          </li>
        ))}
      </ul>
      {passages.length > 0 && (
        <>
          <h2 className={styles.heading}>{message('packet.passages', { count: passages.length })}</h2>
          <ul ref={passageRows} className={styles.list}>
            {passages.map((passage, index) => {
              const { place, from, to } = passage;
              const words = clip(piecesAt(records, place).join('').slice(from, to), longestShown);
              return (
                <li key={`${place} ${from} ${to}`} className={styles.row}>
                  <q className={styles.words}>{words}</q>
                  <Button
                    look="quiet"
                    aria-label={message('packet.uncoverOf', { words })}
                    onClick={() =>
                      uncover(passageRows.current, index, {
                        passages: passages.filter((other) => other !== passage),
                      })
                    }
                  >
                    {message('packet.uncover')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
