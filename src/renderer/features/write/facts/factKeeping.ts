import type { EntryId } from '../../../../shared/id';
import type { Failure } from '../../../../shared/ipc/failures';
import type { Result } from '../../../../shared/result';
import type { FlushOutcome } from '../../../session/pendingWork';
import type { HeldFacts, SaidFacts } from '../../../session/saidFacts';

export interface FactPorts {
  /** Tells the journal; answers with the facts as they are kept. */
  readonly send: (id: EntryId, facts: HeldFacts) => Promise<Result<HeldFacts, Failure>>;
  /** Calls `run` once after `milliseconds`; answers with how to call it off. */
  readonly schedule: (run: () => void, milliseconds: number) => () => void;
  /** Called whenever something here is another than before. */
  readonly onChange: () => void;
  /** The journal will not have it, however often it is asked. */
  readonly onRefused: (failure: Failure) => void;
}

const names = ['moment', 'star', 'title', 'tags', 'about'] as const;
const pauseMs = 400;
const retryMs = 5000;

/** Asking again would be answered the same. */
const isFinal = ({ type }: Failure): boolean =>
  type === 'NotFound' || type === 'InvalidInput' || type === 'DayInFuture' || type === 'ZoneUnknown';

const only = (facts: HeldFacts, name: keyof SaidFacts): HeldFacts => ({ [name]: facts[name] });

/**
 * Keeps what is said of one entry, from the first moment: until the entry is in the journal it is held here, then it is told
 * at once. Knows nothing of React or of the text.
 */
export class FactKeeping {
  readonly #ports: FactPorts;
  #written: SaidFacts;
  #held: HeldFacts;
  /** A tag that was typed and not yet added. */
  #draftTag = '';
  #underWay: Promise<FlushOutcome> | null = null;
  #failure: Failure | null = null;
  #cancel: (() => void) | null = null;

  constructor(written: SaidFacts, held: HeldFacts, ports: FactPorts) {
    this.#written = written;
    this.#held = held;
    this.#ports = ports;
  }

  /** As the page shows them. */
  said(): SaidFacts {
    return { ...this.#written, ...this.#held };
  }

  held(): HeldFacts {
    return this.#held;
  }

  isHolding(): boolean {
    return Object.keys(this.#held).length > 0;
  }

  failure(): Failure | null {
    return this.#failure;
  }

  /** Words are there that would be missed: for these an entry begins without text. A star or a day alone is of nothing yet. */
  hasWords(): boolean {
    const { title, tags } = this.said();
    return title !== null || tags.length > 0;
  }

  hold(facts: HeldFacts): void {
    this.#held = { ...this.#held, ...facts };
    this.#ports.onChange();
  }

  /** What the journal says of it by itself. */
  learn(facts: HeldFacts): void {
    this.#written = { ...this.#written, ...facts };
    this.#ports.onChange();
  }

  noteDraftTag(text: string): void {
    this.#draftTag = text;
  }

  /** Before a page is left or locked, what stands in its field counts as said. */
  takeDraftTag(): 'taken' | 'none' {
    const tag = this.#draftTag.trim();
    this.#draftTag = '';
    if (tag === '') return 'none';
    this.hold({ tags: [...this.said().tags, tag] });
    return 'taken';
  }

  /** For an entry that takes the place of this one. */
  holdAll(): void {
    const { moment, about, ...facts } = this.said();
    this.hold({ ...facts, ...(moment !== null && { moment }), ...(about !== null && { about }) });
  }

  /** Tells the journal once the keys have rested. */
  deliverSoon(id: EntryId, after: number = pauseMs): void {
    this.#cancel?.();
    this.#cancel = this.#ports.schedule(() => void this.deliver(id), after);
  }

  async deliver(id: EntryId): Promise<FlushOutcome> {
    this.stop();
    while (this.#underWay !== null) await this.#underWay;
    this.#underWay = this.#deliverAll(id);
    const outcome = await this.#underWay;
    this.#underWay = null;
    return outcome;
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  async #deliverAll(id: EntryId): Promise<FlushOutcome> {
    for (;;) {
      const name = names.find((each) => this.#held[each] !== undefined);
      if (name === undefined) return 'saved';
      const value = this.#held[name];
      const reply = await this.#ports.send(id, only(this.#held, name));
      if (!reply.ok && !isFinal(reply.error)) {
        this.#failure = reply.error;
        this.#ports.onChange();
        this.deliverSoon(id, retryMs);
        return 'failed';
      }
      if (reply.ok) this.#written = { ...this.#written, ...reply.value };
      this.#failure = null;
      // It may have been said anew meanwhile.
      if (this.#held[name] === value) {
        const { [name]: _, ...others } = this.#held;
        this.#held = others;
      }
      this.#ports.onChange();
      if (!reply.ok) this.#ports.onRefused(reply.error);
    }
  }
}
