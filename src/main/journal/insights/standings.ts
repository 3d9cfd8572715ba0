import type { Verdict } from '../../../shared/domain/insights';
import { dayToNumber, startOfWeek } from '../../../shared/insights/calendar';
import { judgeWeekly, type Standing } from '../../../shared/insights/standing';
import type { Output } from '../../../shared/ipc/contract';
import { ok, type Result } from '../../../shared/result';
import { prepareColumn, prepareRead, prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { JournalContext } from '../journalContext';
import type { JournalSettings } from '../../../shared/domain/settings';
import type { Answer } from '../journalFacade';

type NoParameters = Readonly<Record<string, never>>;
type Row = Standing & { readonly card: string };

export interface Standings {
  readonly read: () => Result<Output<'insights.standings'>, never>;
  readonly judge: Answer<'insights.judge'>;
  readonly setCardShown: Answer<'insights.setCardShown'>;
}

/** What the cards of Insights have said, and which of them the person does not want to see. */
export function createStandings(
  { db, clock, now }: JournalContext,
  settings: () => JournalSettings,
): Standings {
  const stored = prepareRead<NoParameters, Row>(
    db,
    'SELECT card, verdict, week, doubts FROM insight_standings ORDER BY card',
  );
  const store = prepareWrite<{
    readonly card: string;
    readonly verdict: Verdict;
    readonly week: number;
    readonly doubts: number;
  }>(
    db,
    `INSERT INTO insight_standings (card, verdict, week, doubts) VALUES (@card, @verdict, @week, @doubts)
     ON CONFLICT (card) DO UPDATE SET verdict = @verdict, week = @week, doubts = @doubts`,
  );
  const hidden = prepareColumn<NoParameters, string>(db, 'SELECT card FROM hidden_cards ORDER BY card');
  const hide = prepareWrite<{ readonly card: string; readonly now: number }>(
    db,
    'INSERT INTO hidden_cards (card, hidden_at) VALUES (@card, @now) ON CONFLICT (card) DO NOTHING',
  );
  const show = prepareWrite<{ readonly card: string }>(db, 'DELETE FROM hidden_cards WHERE card = @card');

  const read = () => ({
    standings: stored.all({}).map(({ card, verdict }) => ({ card, verdict })),
    hidden: hidden.all({}),
  });

  return {
    read: () => ok(read()),
    judge: ({ found }) => {
      const week = startOfWeek(dayToNumber(now().day), settings().weekStartsOn);
      const before = new Map(stored.all({}).map((row) => [row.card, row]));
      const changed = found.flatMap(({ card, ...one }) => {
        const earlier = before.get(card) ?? null;
        const standing = judgeWeekly(earlier, one, week);
        return earlier !== null && isSame(earlier, standing) ? [] : [{ card, ...standing }];
      });
      // Looking at the same week again writes nothing.
      if (changed.length === 0) return ok(read());
      return withStorageFailures(() =>
        transaction(db, () => {
          for (const { card, verdict, week: judged, doubts } of changed)
            store.run({ card, verdict, week: judged, doubts });
          return ok(read());
        }),
      );
    },
    setCardShown: ({ card, isShown }) =>
      withStorageFailures(() =>
        transaction(db, () => {
          if (isShown) show.run({ card });
          else hide.run({ card, now: clock.now() });
          return ok(null);
        }),
      ),
  };
}

const isSame = (one: Standing, other: Standing): boolean =>
  one.verdict === other.verdict && one.week === other.week && one.doubts === other.doubts;
