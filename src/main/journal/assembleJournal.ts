import type { Prompt } from '../../shared/domain/prompt';
import type { Clock, RandomBytes } from '../../shared/ports';
import { instantToMoment } from '../../shared/time';
import { prepareColumn } from './database/handles';
import { restOnce } from './database/rest';
import { batch } from './database/transaction';
import { createBin } from './bin/bin';
import { createEntries } from './entries/entries';
import { createEntryFacts } from './entries/entryFacts';
import { createImages } from './images/images';
import { createSavedSearches } from './finding/savedSearches';
import { createTimeline } from './finding/timeline';
import { createInsights } from './insights/insights';
import { createHardDay } from './hardDay/hardDay';
import { checkContent } from './integrity/checkContent';
import { recount } from './integrity/rowLedger';
import type { JournalContext } from './journalContext';
import type { Journal } from './journalFacade';
import { createKeepsakes } from './keepsakes/keepsakes';
import { createCheckIns } from './moods/checkIns';
import { createFeelings } from './moods/feelings';
import { createKinds } from './movement/kinds';
import { createOuting } from './movement/outing';
import { createHistory } from './movement/history';
import { createRemovedSessions } from './movement/removedSessions';
import { createSessions } from './movement/sessions';
import type { StoredJournal } from './opening/openStored';
import { createPacket } from './packet/packet';
import { createOwnPrompts } from './prompts/ownPrompts';
import { createPrompts } from './prompts/prompts';
import { createRituals } from './rituals/rituals';
import { createLateIndex } from './search/lateIndex';
import { createImportsLater } from './records/imports';
import { createSearch } from './search/search';
import { createSettings } from './settings/settings';
import { createSpans } from './spans/spans';
import { createOwnWords } from './spelling/ownWords';
import { createSteps } from './steps/steps';
import { createTags } from './tags/tags';
import { createTemplates } from './templates/templates';
import { createToday } from './today/today';
import { verifyJournal } from './verifyJournal';
import { createVersions } from './versions/versions';

export type AssembledFrom = Pick<
  StoredJournal,
  'db' | 'readOnlyBecause' | 'warnings' | 'isInPlace' | 'reserve' | 'dismissWarning' | 'close'
>;

/** Puts the nouns together over one open database. Every statement is prepared here, once, but those of imports. */
export function assembleJournal(
  stored: AssembledFrom,
  place: { readonly folder: string; readonly name: string },
  ports: { readonly clock: Clock; readonly randomBytes: RandomBytes },
  library: readonly Prompt[],
): Journal {
  const { clock, randomBytes } = ports;
  const { db, readOnlyBecause, warnings, reserve } = stored;
  const settings = createSettings(db);
  const boundaryHour = (): number => settings.current().dayBoundaryHour;
  const momentAt: JournalContext['momentAt'] = (at) => instantToMoment(at, clock.zone(), boundaryHour());
  const context: JournalContext = {
    db,
    reserve,
    clock,
    randomBytes,
    momentAt,
    now: () => momentAt(clock.now()),
  };

  const index = createLateIndex(db);
  const checkIns = createCheckIns(context, boundaryHour);
  const feelings = createFeelings(context);
  const sessions = createSessions({ ...context, boundaryHour }, checkIns);
  const kinds = createKinds(context);
  const outing = createOuting(context, checkIns, sessions);
  const rituals = createRituals(context);
  const steps = createSteps(context);
  const spans = createSpans(context);
  const ownPrompts = createOwnPrompts(context);
  const prompts = createPrompts(context, library, ownPrompts, {
    hasMovedWithin: sessions.hasEndedWithin,
    spanKindsOfDay: spans.kindsOfDay,
  });
  const keepsakes = createKeepsakes(context);
  const hardDay = createHardDay(context);
  const templates = createTemplates(context);
  const images = createImages(context);
  const versions = createVersions(context, images);
  const entries = createEntries(context, prompts, versions, images, index);
  const imports = createImportsLater(context, images, index, settings.readAgain);
  const tags = createTags(context);
  const lastVerified = prepareColumn<Readonly<Record<string, never>>, number | null>(
    db,
    'SELECT verified_at FROM meta WHERE only_row = 1',
  );
  const history = createHistory(context, sessions);
  const savedSearches = createSavedSearches(context, library, kinds.choices);
  const everything: Journal['everything'] = {
    entries: entries.all,
    entryHeads: entries.heads,
    checkIns: checkIns.all,
    checkInVersions: checkIns.versions,
    feelings: feelings.arranged,
    sessions: sessions.all,
    ownKinds: kinds.own,
    kindChoices: kinds.choices,
    ownPrompts: ownPrompts.all,
    hiddenPrompts: ownPrompts.hidden,
    keepsakes: keepsakes.all,
    templates: templates.all,
    rituals: rituals.all,
    ritualReturns: rituals.allReturns,
    ownSteps: steps.own,
    chosenStep: steps.chosen,
    stepsTaken: steps.taken,
    spans: spans.all,
    savedSearches: savedSearches.all,
    hardDay: hardDay.stored,
    images: images.all,
    settings: settings.current,
    counts: () => ({ ...entries.counts(), checkIns: checkIns.count(), sessions: sessions.count() }),
  };

  return {
    ...place,
    today: createToday(context, sessions.ofDay, outing.current),
    entries: {
      list: entries.list,
      read: entries.read,
      save: entries.save,
      moveToBin: entries.moveToBin,
      restore: entries.restore,
      insert: entries.insert,
      search: createSearch(db, index),
    },
    entryFacts: createEntryFacts(context, tags, index, boundaryHour),
    tags: tags.answers,
    bin: createBin(context, tags, () => settings.current().binDays),
    versions: {
      list: versions.list,
      read: versions.read,
      restore: (entryId, revision) => entries.restoreVersion(entryId, revision),
    },
    images: { add: images.add, read: images.read, removeUnshown: images.removeUnshown },
    timeline: createTimeline(context),
    savedSearches,
    checkIns: checkIns.answers,
    feelings: feelings.answers,
    kinds: kinds.answers,
    sessions: { ...sessions.answers, ...createRemovedSessions(context) },
    history,
    packet: createPacket(context, { entries, checkIns, history, spans }),
    outing: outing.answers,
    rituals: rituals.answers,
    steps: steps.answers,
    spans: spans.answers,
    prompts: { ...prompts.answers, ...ownPrompts.answers },
    keepsakes: keepsakes.answers,
    hardDay: hardDay.answers,
    templates: templates.answers,
    spelling: createOwnWords(context),
    insights: createInsights(context, settings.current),
    settings: settings.answers,
    imports,
    everything,
    mode: readOnlyBecause === null ? 'readWrite' : 'readOnly',
    readOnlyBecause,
    isInPlace: stored.isInPlace,
    warnings: warnings.list,
    raiseWarning: warnings.raise,
    dismissWarning: stored.dismissWarning,
    checkContent: async () => {
      // What a newer version counts is not for this one to judge.
      if (readOnlyBecause === 'newerVersion') return 'stopped';
      const verdict = await checkContent(db);
      if (verdict === 'different') warnings.raise({ type: 'ContentMismatch' });
      return verdict;
    },
    rest: () => (readOnlyBecause === null ? restOnce(db, index) : 'done'),
    verify: () => verifyJournal(stored, { entries, versions, images, everything }, clock.now()),
    lastVerified: () => lastVerified.get({}) ?? null,
    source: { db, countSetHash: (schema) => recount(db, schema) },
    inTransaction: (work) => batch(db, work),
    close: stored.close,
  };
}
