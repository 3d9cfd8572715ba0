import { emptyHardDayPage, type HardDayPage } from '../../src/shared/domain/hardDay';
import type { JournalDocument } from '../../src/shared/document/schema';
import {
  defaultJournalSettings,
  defaultWriting,
  type Spelling,
  type Writing,
} from '../../src/shared/domain/settings';
import type { EntryId } from '../../src/shared/id';
import { keeperPortMessage } from '../../src/shared/ipc/channels';
import type { Input, KeeperRequest } from '../../src/shared/ipc/contract';
import { civilDaySchema } from '../../src/shared/time';

interface Stored {
  readonly document: JournalDocument;
  readonly revision: number;
}

export interface DeskKeeper {
  readonly put: (id: EntryId, document: JournalDocument) => void;
  readonly newest: () => JournalDocument | undefined;
  readonly entries: () => readonly EntryId[];
  readonly ownWords: () => readonly string[];
  /** As they came in. */
  readonly pictures: () => readonly Input<'images.add'>[];
  readonly hardDay: () => HardDayPage;
  /** Lines that were kept. */
  readonly kept: () => readonly Input<'keepsakes.save'>[];
  readonly saves: () => readonly Input<'entries.save'>[];
  /** What was said of entries beside their text, in order: the call and its words. */
  readonly said: () => readonly (readonly string[])[];
  /** Every save is refused with this from now on; null for none. */
  readonly refuseWith: (failure: { readonly type: string } | null) => void;
}

/** What the shell was asked to open (it then asks the person), and how it remembers that the page behaves. */
export const deskShell: { askedToOpen: string[]; writing: Writing } = {
  askedToOpen: [],
  writing: defaultWriting,
};

const answerOfShell = (channel: string, input: unknown): unknown => {
  if (channel === 'link.open') deskShell.askedToOpen.push((input as Input<'link.open'>).address);
  if (channel === 'app.setWriting') deskShell.writing = input as Input<'app.setWriting'>;
  return channel === 'app.info' ? { platform: 'linux', writing: deskShell.writing } : null;
};

// The bridge looks for it when it is loaded, which is after this module.
Object.defineProperty(window, 'footnote', {
  value: {
    invoke: async (channel: string, input: unknown) => ({ ok: true, value: answerOfShell(channel, input) }),
    subscribe: () => () => undefined,
  },
});

const day = civilDaySchema.parse('2026-11-22');
const moment = { at: Date.UTC(2026, 10, 22, 18, 42), zone: 'Europe/Paris', offsetMinutes: 60, day };

const answered = (number: number, on: string, answer: string) => ({
  entry: {
    id: `018f0000-0000-7000-8000-00000000000${number}`,
    ...moment,
    day: on,
    title: 'The title of another day',
    excerpt: '',
    wordCount: 6,
    promptIds: [],
    imageCount: 0,
    firstImageId: null,
    tags: [],
    isStarred: false,
    revision: 1,
    binnedAt: null,
  },
  answer,
});

/** What was answered to any prompt before, newest first. */
const earlierAnswers = [
  answered(7, '2024-05-03', 'The kid with the broken spokes.'),
  answered(8, '2022-01-20', 'Nobody yet.'),
  answered(9, '2019-08-11', 'Whoever holds the door.'),
];

export const ownPrompt = {
  id: 'own-018f0000-0000-7000-8000-0000000000aa',
  text: 'Which window was lit when you came home?',
  theme: 'attention',
  moments: ['any'],
  createdAt: moment.at,
  updatedAt: moment.at,
};

/** A keeper of one test, behind a real port: the rules of `entries.save` as the contract tells them. */
export function deskKeeper(spelling: Spelling = 'off'): DeskKeeper {
  const stored = new Map<EntryId, Stored>();
  const saves: Input<'entries.save'>[] = [];
  const said: (readonly string[])[] = [];
  const pictures: Input<'images.add'>[] = [];
  const kept: Input<'keepsakes.save'>[] = [];
  const ownWords = new Set<string>();
  let hardDay = emptyHardDayPage;
  let newest: EntryId | undefined;
  let refusal: { readonly type: string } | null = null;
  deskShell.askedToOpen = [];
  deskShell.writing = defaultWriting;

  const save = (input: Input<'entries.save'>): unknown => {
    saves.push(input);
    if (refusal !== null) return { ok: false, error: refusal };
    const there = stored.get(input.id);
    if ((there?.revision ?? 0) !== input.baseRevision) {
      return { ok: false, error: { type: 'RevisionConflict', revision: there?.revision ?? 0 } };
    }
    const revision = input.baseRevision + 1;
    stored.set(input.id, { document: input.document, revision });
    newest = input.id;
    return { ok: true, value: { revision, savedAt: moment.at, day } };
  };

  const answer = (channel: string, input: unknown): unknown => {
    if (channel === 'entries.save') return save(input as Input<'entries.save'>);
    if (channel === 'entries.read') {
      const { id } = input as Input<'entries.read'>;
      const there = stored.get(id);
      if (there === undefined) return { ok: false, error: { type: 'NotFound' } };
      const times = { createdAt: moment.at, updatedAt: moment.at, binnedAt: null };
      const facts = { givenTitle: null, isStarred: false, tags: [] };
      return { ok: true, value: { id, ...moment, ...times, ...facts, ...there } };
    }
    if (channel === 'entries.setTitle' || channel === 'entries.setStar' || channel === 'entries.setTags') {
      if (refusal !== null) return { ok: false, error: refusal };
      const { title, star, tags } = input as Partial<
        Input<'entries.setTitle'> & Input<'entries.setStar'> & Input<'entries.setTags'>
      >;
      said.push([channel, title ?? star ?? tags?.join(', ') ?? '']);
      return { ok: true, value: tags === undefined ? null : { tags } };
    }
    if (channel === 'tags.list')
      return { ok: true, value: { tags: ['birds', 'walk', 'weather'].map((name) => ({ name, count: 1 })) } };
    if (channel === 'prompts.answers') {
      const { limit } = input as Input<'prompts.answers'>;
      return {
        ok: true,
        value: { answers: earlierAnswers.slice(0, limit), hasMore: limit < earlierAnswers.length },
      };
    }
    if (channel === 'keepsakes.save') {
      kept.push(input as Input<'keepsakes.save'>);
      return { ok: true, value: null };
    }
    if (channel === 'hardDay.read')
      return {
        ok: true,
        value: { page: hardDay, updatedAt: hardDay === emptyHardDayPage ? null : moment.at },
      };
    if (channel === 'hardDay.save') {
      if (refusal !== null) return { ok: false, error: refusal };
      hardDay = (input as Input<'hardDay.save'>).page;
      return { ok: true, value: { updatedAt: moment.at } };
    }
    if (channel === 'prompts.shelf') return { ok: true, value: { own: [ownPrompt], hidden: ['play-song'] } };
    if (channel === 'prompts.offer') return { ok: true, value: { promptId: 'ritual-steady', earlier: null } };
    if (channel === 'settings.read') return { ok: true, value: { ...defaultJournalSettings, spelling } };
    if (channel === 'images.add') {
      const { bytes, smallBytes, ...facts } = input as Input<'images.add'>;
      pictures.push({ ...facts, bytes: bytes.slice(), smallBytes: smallBytes.slice() });
      const id = `018f0000-0000-7000-8000-${String(pictures.length).padStart(12, '0')}`;
      return { ok: true, value: { id, width: facts.width, height: facts.height } };
    }
    if (channel === 'spelling.words') return { ok: true, value: { words: [...ownWords] } };
    if (channel === 'spelling.add') {
      ownWords.add((input as Input<'spelling.add'>).word);
      return { ok: true, value: null };
    }
    return { ok: true, value: null };
  };

  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }: MessageEvent<KeeperRequest>) => {
    port1.postMessage({ id: data.id, reply: answer(data.channel, data.input) });
  });
  port1.start();
  window.postMessage(keeperPortMessage, location.origin, [port2]);

  return {
    put: (id, document) => stored.set(id, { document, revision: 1 }),
    newest: () => (newest === undefined ? undefined : stored.get(newest)?.document),
    entries: () => [...stored.keys()],
    kept: () => kept,
    hardDay: () => hardDay,
    saves: () => saves,
    said: () => said,
    pictures: () => pictures,
    ownWords: () => [...ownWords],
    refuseWith: (failure) => {
      refusal = failure;
    },
  };
}
