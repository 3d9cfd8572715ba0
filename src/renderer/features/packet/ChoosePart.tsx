import { useId, type ReactNode } from 'react';
import type { Entry } from '../../../shared/domain/entry';
import { clip, documentToOwnText, textToTitleAndExcerpt } from '../../../shared/document/plainText';
import { chooseRecords, recordKinds, type PacketRecords } from '../../../shared/packet/packetRecords';
import { papers } from '../../../shared/packet/paper';
import { foldTag } from '../../../shared/search/foldTag';
import { addDays, type CivilDay } from '../../../shared/time';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import type { OfferedAnswer } from '../../session/packetAnswers';
import { Button } from '../../ui/Button';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { TextField } from '../../ui/TextField';
import { Tick } from '../../ui/Tick';
import styles from './ChoosePart.module.css';
import { readRange, toggled, type PacketChoice } from './packetChoice';

interface ChoosePartProps {
  readonly today: CivilDay;
  readonly choice: PacketChoice;
  /** Of the chosen days; undefined while they are read, or where they cannot be. */
  readonly records: PacketRecords | undefined;
  readonly offered: readonly OfferedAnswer[];
  /** Why nothing can be shown, in a sentence; empty otherwise. */
  readonly problem: string;
  readonly onChange: (change: Partial<PacketChoice>) => void;
}

/** Days counted back from today, and their name. */
const spans = [
  [27, 'weeks'],
  [90, 'months'],
  [364, 'year'],
] as const;

/** What goes in, part by part. */
export function ChoosePart({ today, choice, records, offered, problem, onChange }: ChoosePartProps) {
  return (
    <>
      <p className={styles.lead}>{message('packet.lead')}</p>
      <Part name={message('packet.days')}>
        <Days today={today} choice={choice} onChange={onChange} />
        <p className={styles.note} role="status">
          {problem}
        </p>
      </Part>
      {records !== undefined && (
        <>
          <Part name={message('packet.kinds')}>
            {recordKinds.map((kind) => (
              <Tick
                key={kind}
                label={message(`packet.kind.${kind}`, { count: records[kind].length })}
                checked={choice.kinds.has(kind)}
                onChange={() => onChange({ kinds: toggled(choice.kinds, kind) })}
              />
            ))}
            {choice.kinds.has('entries') && (
              <Tick
                label={message('packet.pictures')}
                note={message('packet.picturesNote')}
                checked={choice.pictures === 'with'}
                onChange={(isWith) => onChange({ pictures: isWith ? 'with' : 'without' })}
              />
            )}
          </Part>
          {choice.kinds.has('entries') && records.entries.length > 0 && (
            <Entries records={records} choice={choice} onChange={onChange} />
          )}
          <Part name={message('packet.answers')}>
            <p className={styles.note}>
              {message(offered.length === 0 ? 'packet.noAnswers' : 'packet.answersNote')}
            </p>
            {offered.map(({ id, question }) => (
              <Tick
                key={id}
                label={question}
                checked={choice.answers.has(id)}
                onChange={() => onChange({ answers: toggled(choice.answers, id) })}
              />
            ))}
          </Part>
        </>
      )}
      <Part name={message('packet.title')}>
        <TextField
          label={message('packet.titleOf')}
          value={choice.title}
          maxLength={120}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </Part>
      <Part name={message('packet.paper')}>
        <SegmentedControl
          label={message('packet.paper')}
          options={papers.map((value) => ({ value, label: message(`packet.paper.${value}`) }))}
          value={choice.paper}
          onChange={(paper) => onChange({ paper })}
        />
        <p className={styles.note}>{message('packet.paperNote')}</p>
      </Part>
    </>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {name}
      </h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

function Days({ today, choice, onChange }: Pick<ChoosePartProps, 'today' | 'choice' | 'onChange'>) {
  return (
    <>
      <div className={styles.days}>
        {(['from', 'to'] as const).map((side) => (
          <label key={side} className={styles.day}>
            <span>{message(`packet.${side}`)}</span>
            <input
              type="date"
              className={styles.field}
              value={choice[side]}
              aria-invalid={readRange(choice) === null}
              onChange={({ target }) => onChange({ [side]: target.value })}
            />
          </label>
        ))}
      </div>
      <div className={styles.acts}>
        {spans.map(([back, name]) => (
          <Button
            key={name}
            look="quiet"
            onClick={() => onChange({ from: addDays(today, -back), to: today })}
          >
            {message(`packet.last.${name}`)}
          </Button>
        ))}
      </div>
    </>
  );
}

/** As much as stands on a line or two. */
const longestTitle = 64;

/** The given title, or the words it begins with. */
function nameOf({ givenTitle, document, day }: Entry): string {
  const title = givenTitle ?? textToTitleAndExcerpt(documentToOwnText(document)).title;
  const when = formatDay(day, 'long');
  return title === '' ? when : message('packet.entryOf', { day: when, title: clip(title, longestTitle) });
}

interface EntriesProps extends Pick<ChoosePartProps, 'choice' | 'onChange'> {
  readonly records: PacketRecords;
}

function Entries({ records, choice, onChange }: EntriesProps) {
  const tags = [
    ...new Map(records.entries.flatMap((entry) => entry.tags.map((tag) => [foldTag(tag), tag]))).values(),
  ].toSorted((one, other) => one.localeCompare(other));
  const { entries } = chooseRecords(records, { ...choice, leftOut: new Set() });
  return (
    <Part name={message('packet.entries')}>
      {tags.length > 0 && (
        <fieldset className={styles.tags}>
          <legend className={styles.note}>{message('packet.tags')}</legend>
          {tags.map((tag) => (
            <Tick
              key={tag}
              label={tag}
              checked={choice.tags.includes(tag)}
              onChange={() => onChange({ tags: [...toggled(new Set(choice.tags), tag)] })}
            />
          ))}
        </fieldset>
      )}
      <fieldset className={styles.entries}>
        <legend className={styles.note}>{message('packet.entriesNote', { count: entries.length })}</legend>
        {entries.map((entry) => (
          <Tick
            key={entry.id}
            label={nameOf(entry)}
            checked={!choice.leftOut.has(entry.id)}
            onChange={() => onChange({ leftOut: toggled(choice.leftOut, entry.id) })}
          />
        ))}
      </fieldset>
    </Part>
  );
}
