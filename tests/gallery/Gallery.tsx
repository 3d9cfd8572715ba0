import { HiddenQuestions } from '../../src/renderer/features/insights/cards/HiddenQuestions';
import { listQuestions } from '../../src/renderer/features/insights/cards/listQuestions';
import { HideCard } from '../../src/renderer/features/insights/hideCard';
import { OverviewCard } from '../../src/renderer/features/insights/OverviewCard';
import { PrintDialog } from '../../src/renderer/features/insights/paper/PrintDialog';
import { SaidRange } from '../../src/renderer/features/insights/saidRange';
import { rangeShown } from '../../src/shared/insights/range';
import { numberToDay } from '../../src/shared/insights/calendar';
import { dayRecords, pairsOf } from './diaries';
import styles from './Gallery.module.css';
import type { GalleryCard } from './galleryNames';
import { samplesOf, type Sample } from './samples';

const doNothing = (): void => undefined;

export function Gallery({ cards }: { readonly cards: readonly GalleryCard[] }) {
  return (
    <main className={styles.page}>
      {cards.map((card) => (
        <article key={card} aria-label={card}>
          <h1 className={styles.heading}>{card}</h1>
          {samplesOf(card).map((sample) => (
            <Frame key={sample.state} sample={sample} />
          ))}
          <HiddenSample card={card} />
        </article>
      ))}
      <PrintDialog tables="offered" />
    </main>
  );
}

/** The words over a sample are outside of it: what is tested is the card. */
function Frame({ sample }: { readonly sample: Sample }) {
  const { card, state, how, from } = sample;
  return (
    <>
      <p className={styles.state}>
        {state} · {how} · {from.name}
      </p>
      <div data-card={card} data-state={state} data-how={how}>
        <HideCard value={doNothing}>
          <SaidRange value="">
            <CardOf sample={sample} />
          </SaidRange>
        </HideCard>
      </div>
    </>
  );
}

function CardOf({ sample: { card, state, how, from } }: { readonly sample: Sample }) {
  if (card === 'overview') return <OverviewOf from={from} state={state} />;
  const said = how === 'said' && state !== 'EMPTY' ? state : null;
  return questionOf(card, from, said)?.render(1) ?? null;
}

const questionOf = (
  card: GalleryCard,
  from: Sample['from'],
  said: Exclude<Sample['state'], 'EMPTY'> | null,
) =>
  listQuestions({
    shown: { cards: from.cards, say: (_name, found) => said ?? found },
    pairs: pairsOf(from.diary),
    unpairedSessions: 0,
    range: null,
    promptText: (id) => `A question that is called ${id}?`,
    weekStartsOn: 1,
  }).find(({ id }) => id === card);

/** It has no verdict; its states are lengths of time, from which its bins follow. */
const lengths = {
  TOO_LITTLE: 5,
  UNCLEAR: 13 * 7,
  LEANING: 365,
  CLEAR: 700,
  ABOUT_SAME: 728,
  EMPTY: 0,
} as const;

function OverviewOf({ from, state }: Pick<Sample, 'from' | 'state'>) {
  const all = dayRecords(from.diary);
  const days = all.slice(0, lengths[state]);
  const last = from.diary.days[Math.max(0, days.length - 1)]?.day ?? 20_000;
  const range = rangeShown('all', numberToDay(last + 1), days[0]?.day ?? null, 1);
  return <OverviewCard number={1} days={days} range={range} weekStartsOn={1} />;
}

/** Put aside, a card is its question in one list. */
function HiddenSample({ card }: { readonly card: GalleryCard }) {
  const [sample] = samplesOf(card);
  const question = sample && questionOf(card, sample.from, null);
  if (question === undefined) return null;
  return (
    <>
      <p className={styles.state}>hidden</p>
      <div data-card={card} data-state="HIDDEN">
        <HiddenQuestions questions={[question]} />
      </div>
    </>
  );
}
