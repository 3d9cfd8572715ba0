import { documentToAnswerText } from '../../../shared/document/answers';
import { clip } from '../../../shared/document/plainText';
import type { SpanKind } from '../../../shared/domain/span';
import type { Prompt, PromptMoment } from '../../../shared/domain/prompt';
import type { PromptId } from '../../../shared/id';
import type { Output } from '../../../shared/ipc/contract';
import { choosePrompt } from '../../../shared/prompts/choosePrompt';
import { ok } from '../../../shared/result';
import { addDays, daysBetween, type CivilDay } from '../../../shared/time';
import { errorToStorageFailure } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import { prepareEntryReads, rowToSummary } from '../entries/entryQueries';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { textToDocument } from '../entries/storedDocument';
import type { OwnPrompts } from './ownPrompts';
import { preparePromptReads, preparePromptWrites, type OfferRow } from './promptQueries';

export interface Prompts {
  readonly answers: Pick<Journal['prompts'], 'offer' | 'respond' | 'answers'>;
  /** Saving an entry with a prompt answers it. Writes inside a transaction that is open. */
  readonly noteAnswers: (promptIds: readonly PromptId[]) => void;
}

interface DayFacts {
  readonly hasMovedWithin: (milliseconds: number) => boolean;
  readonly spanKindsOfDay: (day: CivilDay) => readonly SpanKind[];
}

type Offer = Output<'prompts.offer'>;
type EarlierAnswer = Output<'prompts.answers'>['answers'][number];

/** Longer than any prompt rests after it was offered. */
const rememberedDays = 400;
const afterMovementMs = 3 * 60 * 60_000;
const longGapDays = 14;
/** More than a margin shows; the entry has it all. */
const answerLimit = 1200;
/** Questions left without an answer that are looked past on the way to those that have one. */
const unansweredLimit = 100;

export function createPrompts(
  { db, now, randomBytes }: JournalContext,
  library: readonly Prompt[],
  own: Pick<OwnPrompts, 'all' | 'hiddenIds'>,
  { hasMovedWithin, spanKindsOfDay }: DayFacts,
): Prompts {
  const reads = preparePromptReads(db);
  const writes = preparePromptWrites(db);
  const entries = prepareEntryReads(db);

  /** A number in [0, 1) with 48 random bits. */
  const random = (): number => randomBytes(6).reduce((number, byte) => (number + byte) / 256, 0);

  const moments = (): readonly PromptMoment[] => {
    const lastDay = entries.lastDay.get({}) ?? null;
    const isLongGap = lastDay !== null && daysBetween(lastDay, now().day) >= longGapDays;
    return [
      'any',
      ...(hasMovedWithin(afterMovementMs) ? (['after-movement'] as const) : []),
      ...(isLongGap ? (['long-gap'] as const) : []),
    ];
  };

  const offersSoFar = (): readonly OfferRow[] =>
    reads.since.all({ day: addDays(now().day, -rememberedDays) });

  /** Newest first. */
  function* answersTo(promptId: PromptId, except: string, limit: number): Iterable<EarlierAnswer> {
    for (const row of entries.answersTo.all({ promptId, except, limit: limit + unansweredLimit })) {
      const stored = entries.byId.get({ id: row.id });
      if (stored === undefined) continue;
      const answer = documentToAnswerText(textToDocument(stored.document), promptId);
      if (answer !== '') yield { entry: rowToSummary(row), answer: clip(answer, answerLimit) };
    }
  }

  const earlierAnswer = (promptId: PromptId | null): EarlierAnswer | null => {
    if (promptId === null) return null;
    for (const answer of answersTo(promptId, '', 1)) return answer;
    return null;
  };

  const choice = () => ({
    library: [...library, ...own.all()],
    hidden: own.hiddenIds(),
    moments: moments(),
    spans: spanKindsOfDay(now().day),
    offered: offersSoFar(),
    today: now().day,
  });

  /** The offer that stands today, or a new one, which then stands. */
  const offer = (): Offer => {
    const { day, at } = now();
    const today = choice();
    const standing = today.offered.findLast((row) => row.day === day && row.response === 'offered');
    const promptId = choosePrompt({ ...today, random });
    if (promptId !== standing?.promptId) {
      writes.withdraw.run({ day });
      if (promptId !== null) writes.offer.run({ promptId, day, now: at });
    }
    return { promptId, earlier: earlierAnswer(promptId) };
  };

  /** A full or read-only disk takes away that the offer stands, not the offer. */
  const withoutStorage = (work: () => Offer): { readonly ok: true; readonly value: Offer } => {
    try {
      return transaction(db, () => ok(work()));
    } catch (error) {
      if (errorToStorageFailure(error) === null) throw error;
    }
    const promptId = choosePrompt({ ...choice(), random: () => 0 });
    return ok({ promptId, earlier: earlierAnswer(promptId) });
  };

  const noteAnswers: Prompts['noteAnswers'] = (promptIds) => {
    if (promptIds.length === 0) return;
    const { day, at } = now();
    const answeredToday = new Set(
      reads.since
        .all({ day })
        .filter((row) => row.day === day && row.response === 'answered')
        .map(({ promptId }) => promptId),
    );
    for (const promptId of promptIds) {
      if (answeredToday.has(promptId)) continue;
      const outcome = { promptId, day, now: at, response: 'answered' } as const;
      if (writes.respond.run(outcome) === 0) writes.note.run(outcome);
    }
  };

  return {
    answers: {
      offer: () => withoutStorage(offer),
      respond: ({ promptId, response }) =>
        withoutStorage(() => {
          const { day, at } = now();
          if (response === 'answered') noteAnswers([promptId]);
          else {
            const outcome = { promptId, day, now: at, response };
            const isStanding = writes.respond.run(outcome) > 0;
            // "Another" for what is no longer on offer was pressed twice; "not now" holds whatever was on offer.
            if (!isStanding && response === 'not-now') writes.note.run(outcome);
          }
          return offer();
        }),
      answers: ({ promptId, except, limit }) => {
        const answers: EarlierAnswer[] = [];
        for (const answer of answersTo(promptId, except ?? '', limit + 1)) {
          if (answers.length === limit) return ok({ answers, hasMore: true });
          answers.push(answer);
        }
        return ok({ answers, hasMore: false });
      },
    },
    noteAnswers,
  };
}
