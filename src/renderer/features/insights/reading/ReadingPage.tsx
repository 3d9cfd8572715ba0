import { message, type MessageKey } from '../../../i18n/i18n';
import { moodWord } from '../../../i18n/words';
import { useSession } from '../../../session/sessionStore';
import { Button } from '../../../ui/Button';
import { Footnote } from '../../../ui/Footnote';
import { FootnoteMark } from '../../../ui/FootnoteMark';
import { RoomLayout } from '../../../ui/RoomLayout';
import { PrintDialog } from '../paper/PrintDialog';
import { ExampleInterval } from './ExampleInterval';
import styles from './ReadingPage.module.css';

interface Part {
  readonly heading: MessageKey;
  readonly paragraphs: readonly MessageKey[];
  readonly as?: 'list';
  readonly picture?: 'example';
  /** Its first paragraph holds figures whose origin the footnote names. */
  readonly hasFigures?: true;
}

const parts: readonly Part[] = [
  {
    heading: 'reading.weeks.heading',
    paragraphs: ['reading.weeks.why', 'reading.weeks.regular', 'reading.weeks.leftOut'],
  },
  {
    heading: 'reading.sessions.heading',
    paragraphs: ['reading.sessions.twice', 'reading.sessions.both', 'reading.sessions.kinds'],
  },
  { heading: 'reading.step.heading', paragraphs: ['reading.step.words'] },
  {
    heading: 'reading.picture.heading',
    paragraphs: [
      'reading.picture.bar',
      'reading.picture.dots',
      'reading.picture.often',
      'reading.picture.band',
    ],
    picture: 'example',
  },
  {
    heading: 'reading.unclear.heading',
    paragraphs: ['reading.unclear.chance', 'reading.unclear.often', 'reading.unclear.finished'],
    hasFigures: true,
  },
  { heading: 'reading.direction.heading', paragraphs: ['reading.direction.both'] },
  {
    heading: 'reading.blind.heading',
    paragraphs: [
      'reading.blind.years',
      'reading.blind.unrated',
      'reading.blind.others',
      'reading.blind.scale',
      'reading.blind.few',
      'reading.blind.leaving',
    ],
    as: 'list',
  },
];

/** What the insights compare, why they are seldom sure, and what they cannot see. */
export function ReadingPage() {
  const openView = useSession((session) => session.openView);
  return (
    <RoomLayout
      label={message('reading.title')}
      heading={message('reading.title')}
      tools={
        <Button look="quiet" onClick={() => openView({ room: 'insights' })}>
          {message('reading.back')}
        </Button>
      }
    >
      <PrintDialog tables="none" />
      <div className={styles.page}>
        <p className={styles.lead}>{message('reading.lead')}</p>
        {parts.map((part) => (
          <PagePart key={part.heading} part={part} />
        ))}
        <p className={styles.closing}>{message('reading.closing')}</p>
        <div className={styles.foot}>
          <Footnote number={1}>{message('reading.figures')}</Footnote>
        </div>
      </div>
    </RoomLayout>
  );
}

const textOf = (key: MessageKey): string =>
  message(key, { lower: moodWord(4), higher: moodWord(5), word: moodWord(6) });

function PagePart({ part }: { readonly part: Part }) {
  const { heading, paragraphs, as, picture, hasFigures } = part;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {message(heading)}
      </h2>
      {picture === 'example' && <ExampleInterval />}
      {as === 'list' ? (
        <ul className={styles.list}>
          {paragraphs.map((key) => (
            <li key={key} className={styles.paragraph}>
              {textOf(key)}
            </li>
          ))}
        </ul>
      ) : (
        paragraphs.map((key, index) => (
          <p key={key} className={styles.paragraph}>
            {textOf(key)}
            {hasFigures === true && index === 0 && <FootnoteMark number={1} />}
          </p>
        ))
      )}
    </section>
  );
}
