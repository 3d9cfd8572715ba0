import { memo, type ReactNode } from 'react';
import type { Entry } from '../../../shared/domain/entry';
import type { CheckIn } from '../../../shared/domain/mood';
import type { MovementSession } from '../../../shared/domain/movement';
import type { Span } from '../../../shared/domain/span';
import { coverText, type Covering } from '../../../shared/packet/covering';
import { placeOf, type PacketRecords } from '../../../shared/packet/packetRecords';
import type { DayRange } from '../../../shared/insights/range';
import type { CivilDay } from '../../../shared/time';
import { sayingWords } from '../../i18n/feltWords';
import { formatClock, formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { spanDaysInWords, spanWords } from '../../i18n/spanWords';
import type { TakenAnswer } from '../../session/packetAnswers';
import { Barred } from './Barred';
import { DocumentBlocks } from './DocumentBlocks';
import { sessionFacts } from './sessionFacts';
import styles from './Sheet.module.css';

export interface SheetProps {
  readonly title: string;
  readonly range: DayRange;
  /** Covered already. */
  readonly records: PacketRecords;
  /** For words of the person's own that stand in no record: what they call a kind of movement. */
  readonly covering: Covering;
  readonly answers: readonly TakenAnswer[];
}

/** Everything that goes onto the pages. Only what is covered already comes in here, and only this is printed. */
export const Sheet = memo(function Sheet({ title, range, records, covering, answers }: SheetProps) {
  const own = (text: string): string => coverText(text, null, covering);
  const days = recordsByDay(records);
  const { names, passages } = covering;
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>
          <Barred text={own(title)} />
        </h1>
        <p className={styles.about}>
          {message('packet.sheet.days', {
            from: formatDay(range.from, 'date'),
            to: formatDay(range.to, 'date'),
          })}
        </p>
        {names.length + passages.length > 0 && (
          <p className={styles.about}>
            <Barred text={message('packet.sheet.bars')} />
          </p>
        )}
      </header>
      {answers.length > 0 && (
        <section>
          <h2 className={styles.part}>{message('packet.sheet.answers')}</h2>
          <p className={styles.about}>{message('packet.sheet.answersAbout')}</p>
          {answers.map(({ key, question, answer, evidence, picture }) => (
            <section key={key} className={styles.answer}>
              <h3 className={styles.question}>
                <Barred text={question} />
              </h3>
              <p className={styles.sentence}>
                <Barred text={answer} />
              </p>
              {picture !== null && <figure className={styles.chart}>{picture}</figure>}
              <p className={styles.note}>
                <Barred text={evidence} />
              </p>
            </section>
          ))}
        </section>
      )}
      {records.spans.length > 0 && (
        <section>
          <h2 className={styles.part}>{message('packet.sheet.spans')}</h2>
          {records.spans.map((span) => (
            <SpanLine key={span.id} span={span} />
          ))}
        </section>
      )}
      {answers.length + records.spans.length + days.length === 0 && (
        <p className={styles.about}>{message('packet.sheet.nothing')}</p>
      )}
      {days.map(({ day, items }) => (
        <section key={day}>
          <h2 className={styles.part}>{formatDay(day, 'full')}</h2>
          {items.map(({ id, render }) => (
            <div key={id} className={styles.record}>
              {render(own)}
            </div>
          ))}
        </section>
      ))}
    </>
  );
});

interface Item {
  readonly id: string;
  readonly day: CivilDay;
  readonly at: number;
  readonly render: (own: (text: string) => string) => ReactNode;
}

function recordsByDay({ entries, checkIns, sessions }: PacketRecords) {
  const items: readonly Item[] = [
    ...checkIns.map((checkIn) => ({ ...checkIn, render: () => <CheckInLine checkIn={checkIn} /> })),
    ...sessions.map((session) => ({
      ...session,
      render: (own: (text: string) => string) => <SessionLine session={session} own={own} />,
    })),
    ...entries.map((entry) => ({ ...entry, render: () => <EntryBlocks entry={entry} /> })),
  ];
  const days = new Map<CivilDay, Item[]>();
  for (const item of items) {
    const ofDay = days.get(item.day);
    if (ofDay) ofDay.push(item);
    else days.set(item.day, [item]);
  }
  return [...days]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, ofDay]) => ({ day, items: ofDay.toSorted((one, other) => one.at - other.at) }));
}

function Note({ text, place }: { readonly text: string | null; readonly place: string }) {
  if (text === null) return null;
  return (
    <p className={styles.noted} data-place={place}>
      <Barred text={text} />
    </p>
  );
}

function SpanLine({ span }: { readonly span: Span }) {
  return (
    <div className={styles.record}>
      <p className={styles.line}>
        <Barred text={spanWords(span)} />, {spanDaysInWords(span)}
      </p>
      <Note text={span.note} place={placeOf.span(span)} />
    </div>
  );
}

function CheckInLine({ checkIn }: { readonly checkIn: CheckIn }) {
  return (
    <>
      <p className={styles.line}>
        <span className={styles.time}>{formatClock(checkIn)}</span>
        <Barred text={sayingWords(checkIn)} />
      </p>
      <Note text={checkIn.note} place={placeOf.checkIn(checkIn)} />
    </>
  );
}

interface SessionLineProps {
  readonly session: MovementSession;
  readonly own: (text: string) => string;
}

function SessionLine({ session, own }: SessionLineProps) {
  return (
    <>
      <p className={styles.line}>
        <span className={styles.time}>{session.isTimed && formatClock(session)}</span>
        <Barred text={sessionFacts(session).map(own).join(' · ')} />
      </p>
      <Note text={session.note} place={placeOf.session(session)} />
    </>
  );
}

const tagWords = (tags: readonly string[]): readonly string[] =>
  tags.length === 0 ? [] : [message('packet.sheet.tags', { tags: tags.join(', ') })];

const EntryBlocks = memo(function EntryBlocks({ entry }: { readonly entry: Entry }) {
  const { givenTitle, tags, document } = entry;
  return (
    <>
      <h3 className={styles.entryTitle}>
        {givenTitle === null ? (
          message('packet.sheet.writtenAt', { time: formatClock(entry) })
        ) : (
          <span data-place={placeOf.title(entry)}>
            <Barred text={givenTitle} />
          </span>
        )}
      </h3>
      {(givenTitle !== null || tags.length > 0) && (
        <p className={styles.about}>
          <Barred
            text={[...(givenTitle === null ? [] : [formatClock(entry)]), ...tagWords(tags)].join(' · ')}
          />
        </p>
      )}
      <div className={styles.text}>
        <DocumentBlocks document={document} place={placeOf.text(entry)} />
      </div>
    </>
  );
});
