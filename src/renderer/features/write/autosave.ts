import { isDocumentEmpty } from '../../../shared/document/plainText';
import type { JournalDocument } from '../../../shared/document/schema';
import type { EntryId } from '../../../shared/id';
import type { Input, Reply } from '../../../shared/ipc/contract';
import type { Failure } from '../../../shared/ipc/failures';
import { err } from '../../../shared/result';
import type { FlushOutcome } from '../../session/pendingWork';

export type SaveFailure = Extract<Reply<'entries.save'>, { readonly ok: false }>['error'] & Failure;

/** What the page may say of the text on it. `saved` only after the keeper's answer for exactly that text. */
export type SaveState =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly failure: SaveFailure };

export interface AutosavePorts {
  readonly save: (input: Input<'entries.save'>) => Promise<Reply<'entries.save'>>;
  readonly newEntryId: () => EntryId;
  /** Whether an entry is to begin although its page has nothing on it. */
  readonly isWanted?: () => boolean;
  /** Calls `run` once after `milliseconds`; answers with how to call it off. */
  readonly schedule: (run: () => void, milliseconds: number) => () => void;
  /** Called after every change of `state()`. */
  readonly onState: (state: SaveState) => void;
  /** The entry had been changed or removed elsewhere; this text goes on as a new entry. */
  readonly onKeptAsNew: () => void;
  /** The entry is in the journal with this id and revision. */
  readonly onSaved: (saved: SavedEntry) => void;
}

export interface SavedEntry {
  readonly id: EntryId;
  readonly revision: number;
}

export interface AutosaveStart {
  /** Null for an entry that is not in the journal yet. */
  readonly saved: SavedEntry | null;
  /** The text as it was opened. */
  readonly read: () => JournalDocument;
  /** `unsaved`: taken over from a page that was left before its words were in the journal. */
  readonly text?: 'saved' | 'unsaved';
}

/** Milliseconds after the last key, and at most while typing goes on. */
export const pauseMs = 400;
export const longestWaitMs = 2000;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;

interface Attempt {
  readonly id: EntryId;
  readonly baseRevision: number;
  readonly document: JournalDocument;
  readonly text: string;
  /** Which change it holds; a later one may have come since. */
  readonly version: number;
}

/** The keeper may have written before the answer was lost; the others say that it has not. */
const mayHaveSaved = (failure: SaveFailure): boolean =>
  failure.type === 'Unexpected' || failure.type === 'KeeperGone';

const isWorthRetrying = (failure: SaveFailure): boolean =>
  failure.type !== 'TextTooLong' && failure.type !== 'InvalidInput';

/**
 * Keeps one page's text in the journal: one save at a time, always of the newest text, until the keeper has
 * answered for exactly what is on the screen. Knows nothing of React, the editor or the clock.
 */
export class Autosave {
  readonly #ports: AutosavePorts;
  #saved: SavedEntry | null;
  #savedText: string;
  #read: () => JournalDocument;
  /** Made with the first attempt, so that repeating it after a lost answer makes no second entry. */
  #newId: EntryId | null = null;
  #hasSavedHere = false;
  /** Counts changes; the text is settled when the last one is `#settledVersion`. */
  #version = 0;
  #settledVersion = 0;
  #conflicts = 0;
  #inFlight: Promise<void> | null = null;
  #failure: SaveFailure | null = null;
  /** An attempt whose answer was lost: sent once more, unchanged, before anything newer. */
  #unanswered: Attempt | null = null;
  #retries = 0;
  #cancelPause: (() => void) | null = null;
  #cancelLongest: (() => void) | null = null;
  #cancelRetry: (() => void) | null = null;
  #state: SaveState = { kind: 'unchanged' };
  #isStopped = false;

  constructor(start: AutosaveStart, ports: AutosavePorts) {
    this.#ports = ports;
    this.#saved = start.saved;
    this.#read = start.read;
    this.#savedText = start.text === 'unsaved' ? '' : JSON.stringify(start.read());
    if (start.text === 'unsaved') this.changed(start.read);
  }

  state(): SaveState {
    return this.#state;
  }

  /** Null until the entry is in the journal. */
  saved(): SavedEntry | null {
    return this.#saved;
  }

  /** The text as it stands. */
  document(): JournalDocument {
    return this.#read();
  }

  /** `read` gives the text as it stands at this moment, also when it is called later. */
  changed(read: () => JournalDocument): void {
    if (this.#isStopped) return;
    this.#read = read;
    this.#version += 1;
    if (this.#failure !== null && isWorthRetrying(this.#failure)) return;
    if (this.#inFlight === null) this.#show({ kind: 'typing' });
    this.#cancelPause?.();
    this.#cancelPause = this.#ports.schedule(() => this.#send(), pauseMs);
    this.#cancelLongest ??= this.#ports.schedule(() => this.#send(), longestWaitMs);
  }

  /** Something beside the text may ask for an entry now, or no longer. */
  reconsider(): void {
    if (this.#saved === null) this.changed(this.#read);
  }

  /** Saves at once whatever is not saved, and answers when that is settled. */
  async flush(): Promise<FlushOutcome> {
    if (this.#inFlight !== null) await this.#inFlight;
    while (this.#hasUnsaved() && !this.#isStopped) {
      this.#send();
      if (this.#inFlight !== null) await this.#inFlight;
      if (this.#failure !== null && this.#unanswered === null) break;
    }
    return this.#hasUnsaved() ? 'failed' : 'saved';
  }

  /** No save begins after this; call `flush` first. */
  stop(): void {
    this.#isStopped = true;
    this.#cancelTimers();
  }

  #hasUnsaved(): boolean {
    return this.#version !== this.#settledVersion;
  }

  #show(state: SaveState): void {
    this.#state = state;
    this.#ports.onState(state);
  }

  #cancelTimers(): void {
    this.#cancelPause?.();
    this.#cancelLongest?.();
    this.#cancelRetry?.();
    this.#cancelPause = null;
    this.#cancelLongest = null;
    this.#cancelRetry = null;
  }

  #send(): void {
    this.#cancelTimers();
    if (this.#inFlight !== null || this.#isStopped || !this.#hasUnsaved()) return;
    const attempt = this.#unanswered ?? this.#nextAttempt();
    if (attempt === null) {
      this.#settle();
      return;
    }
    this.#show({ kind: 'saving' });
    this.#inFlight = this.#deliver(attempt);
  }

  async #deliver(attempt: Attempt): Promise<void> {
    const { id, document, baseRevision } = attempt;
    const reply = await this.#ports
      .save({ id, document, baseRevision })
      .catch(() => err({ type: 'Unexpected', reference: 'autosave' } as const));
    this.#inFlight = null;
    if (reply.ok) this.#keep(attempt, reply.value.revision);
    else this.#fail(attempt, reply.error);
  }

  /** Null when the text is as it was saved, or when there is nothing to begin an entry with. */
  #nextAttempt(): Attempt | null {
    const document = this.#read();
    const text = JSON.stringify(document);
    const isWanted = this.#saved === null && this.#ports.isWanted?.() === true;
    if (text === this.#savedText && !isWanted) return null;
    if (this.#saved === null && isDocumentEmpty(document) && !isWanted) return null;
    this.#newId ??= this.#saved === null ? this.#ports.newEntryId() : null;
    const id = this.#saved?.id ?? this.#newId;
    if (id === null) return null;
    return { id, baseRevision: this.#saved?.revision ?? 0, document, text, version: this.#version };
  }

  #settle(): void {
    this.#settledVersion = this.#version;
    this.#failure = null;
    this.#show(this.#hasSavedHere && this.#saved !== null ? { kind: 'saved' } : { kind: 'unchanged' });
  }

  #keep(attempt: Attempt, revision: number): void {
    this.#saved = { id: attempt.id, revision };
    this.#savedText = attempt.text;
    this.#hasSavedHere = true;
    this.#failure = null;
    this.#unanswered = null;
    this.#retries = 0;
    this.#conflicts = 0;
    this.#ports.onSaved(this.#saved);
    if (attempt.version === this.#version) {
      this.#cancelTimers();
      this.#settle();
      return;
    }
    this.#show({ kind: 'typing' });
    this.#cancelPause ??= this.#ports.schedule(() => this.#send(), pauseMs);
  }

  #fail(attempt: Attempt, failure: SaveFailure): void {
    const isElsewhere = failure.type === 'RevisionConflict' || failure.type === 'NotFound';
    if (isElsewhere) {
      // Neither text may be lost: theirs stays where it is, ours becomes an entry of its own. Again and again, if
      // need be: after two lost answers the one there may hold an earlier text of ours. At once only the first time.
      this.#conflicts += 1;
      this.#saved = null;
      this.#savedText = '';
      this.#newId = this.#ports.newEntryId();
      this.#ports.onKeptAsNew();
    }
    // What stands there is not known until the keeper answers again: no text may count as saved by comparing.
    if (mayHaveSaved(failure)) this.#savedText = '';
    this.#unanswered = mayHaveSaved(failure) && this.#unanswered === null ? attempt : null;
    if (isElsewhere && this.#conflicts === 1) {
      this.#send();
      return;
    }
    this.#failure = failure;
    this.#cancelTimers();
    this.#show({ kind: 'failed', failure });
    if (!isWorthRetrying(failure) || this.#isStopped) return;
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** this.#retries);
    this.#retries += 1;
    this.#cancelRetry = this.#ports.schedule(() => this.#send(), wait);
  }
}
