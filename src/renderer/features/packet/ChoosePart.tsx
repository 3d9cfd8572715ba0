import { recordKinds, type PacketRecords } from '../../../shared/packet/packetRecords';
import { papers } from '../../../shared/packet/paper';
import { addDays, type CivilDay } from '../../../shared/time';
import { message } from '../../i18n/i18n';
import type { OfferedAnswer } from '../../session/packetAnswers';
import { Button } from '../../ui/Button';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { TextField } from '../../ui/TextField';
import { Tick } from '../../ui/Tick';
import { ChooseEntries } from './ChooseEntries';
import styles from './ChoosePart.module.css';
import { readRange, toggled, type PacketChoice } from './packetChoice';
import { Part } from './Part';

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
        <p className={styles.problem} role="status">
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
            <ChooseEntries records={records} choice={choice} onChange={onChange} />
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
        <div className={styles.days}>
          <SegmentedControl
            label={message('packet.paper')}
            options={papers.map((value) => ({ value, label: message(`packet.paper.${value}`) }))}
            value={choice.paper}
            onChange={(paper) => onChange({ paper })}
          />
        </div>
        <p className={styles.note}>{message('packet.paperNote')}</p>
      </Part>
    </>
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
            aria-pressed={choice.from === addDays(today, -back) && choice.to === today}
            onClick={() => onChange({ from: addDays(today, -back), to: today })}
          >
            {message(`packet.last.${name}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
