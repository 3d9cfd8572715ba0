/** What one way in answered to a flood of junk. */
export interface Answers {
  readonly sent: number;
  /** How often each kind of answer came: "InvalidInput", "ok", "no such channel". */
  readonly counts: Readonly<Record<string, number>>;
  /** Answers that held `forbidden`, or that were no answers of the bridge at all. */
  readonly strange: readonly string[];
}

export interface Flood {
  readonly channels: readonly string[];
  readonly count: number;
  readonly seed: number;
  /** A path that must neither be read nor written, and words that are in it. */
  readonly path: string;
  readonly forbidden: string;
  readonly through: 'invoke' | 'port';
}

/**
 * Runs in the page, so it names nothing outside itself. Sends `count` messages that no honest page would send, in the worst shapes
 * known, and waits for all answers. For `port` the page must have put its port to the keeper at `window.keeperPort`.
 */
export async function floodFromPage(flood: Flood): Promise<Answers> {
  let state = flood.seed;
  /** Mulberry32: the same flood for the same seed. */
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const hostile: readonly (() => unknown)[] = [
    () => undefined,
    () => null,
    () => Number.NaN,
    () => -1,
    () => 2 ** 53,
    () => 10n ** 40n,
    () => '',
    () => 'x'.repeat(Math.floor(random() * 20_000)),
    () => '\u0000\uD800',
    () => flood.path,
    () => `file://${flood.path}`,
    () => `../../../../../../../..${flood.path}`,
    () => JSON.parse('{"__proto__":{"isAdmin":true},"path":"/etc/passwd"}') as unknown,
    () => JSON.parse('{"constructor":{"prototype":{"ok":true}}}') as unknown,
    () => new Uint8Array(Math.floor(random() * 5_000)),
    () => new ArrayBuffer(8),
    () => new Map([['outcome', 'saved']]),
    () => new Set([1]),
    () => new Date(Number.NaN),
    () => new Error('x'),
    () => /x/u,
    () => [],
    () => Array.from({ length: 50 }, () => pick([null, 1, flood.path])),
    () => {
      const circle: Record<string, unknown> = {};
      circle['self'] = circle;
      return circle;
    },
    () => {
      let nested: unknown = flood.path;
      for (let depth = 0; depth < 500; depth += 1) nested = { root: { children: [nested] } };
      return nested;
    },
  ];
  const names = [
    'token',
    'kind',
    'format',
    'outcome',
    'appearance',
    'folder',
    'path',
    'id',
    'place',
    'passphrase',
    'code',
    'words',
    'limit',
    'document',
    'target',
    '__proto__',
  ];
  const value = (): unknown => {
    if (random() < 0.4) {
      const bare = pick(hostile)();
      // A Map without fields of its own is as good as {} to who looks at fields, and some channels want just that.
      const isEmpty = typeof bare === 'object' && bare !== null && Object.keys(bare).length === 0;
      return isEmpty && !Array.isArray(bare) ? { extra: bare } : bare;
    }
    // Something has to be left of it where "__proto__" is taken for what it is called.
    const made: Record<string, unknown> = { extra: null };
    const size = 1 + Math.floor(random() * 4);
    for (let index = 0; index < size; index += 1)
      Object.defineProperty(made, pick(names), {
        value: pick(hostile)(),
        enumerable: true,
        configurable: true,
      });
    return made;
  };
  const channel = (): unknown =>
    random() < 0.9
      ? pick(flood.channels)
      : pick([
          '__proto__',
          'constructor',
          'journal.lock ',
          'fs.readFile',
          '',
          'x'.repeat(1_000),
          'ELECTRON_BROWSER_REQUIRE',
        ]);

  const counts: Record<string, number> = {};
  const strange: string[] = [];
  const note = (kind: string) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  const judge = (reply: unknown) => {
    const text = JSON.stringify(reply) ?? 'undefined';
    if (text.includes(flood.forbidden) || text.includes('root:x:0')) strange.push(text.slice(0, 200));
    const { ok, error } = (reply ?? {}) as { ok?: boolean; error?: { type?: string } };
    if (ok === true) note('ok');
    else if (ok === false && typeof error?.type === 'string') note(error.type);
    else strange.push(text.slice(0, 200));
  };

  const bridge = window as unknown as {
    readonly footnote: { readonly invoke: (channel: unknown, input: unknown) => Promise<unknown> };
    readonly keeperPort: MessagePort;
  };
  const throughInvoke = async (): Promise<void> => {
    try {
      judge(await bridge.footnote.invoke(channel(), value()));
    } catch (error) {
      note(
        error instanceof Error && /no such channel/.test(error.message)
          ? 'no such channel'
          : 'could not be sent',
      );
    }
  };
  let lastId = 1_000_000 + flood.seed * 100_000;
  const waiting = new Map<number, (reply: unknown) => void>();
  const hear = ({ data }: MessageEvent<{ id: number; reply: unknown }>) => {
    waiting.get(data.id)?.(data.reply);
    waiting.delete(data.id);
  };
  const throughPort = async (): Promise<void> => {
    lastId += 1;
    const id = lastId;
    const shape = random();
    try {
      if (shape < 0.1) {
        // Without an id there is no answer.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
        bridge.keeperPort.postMessage(value());
        note('no answer wanted');
        return;
      }
      const name = channel();
      const answer = new Promise<unknown>((resolve) => waiting.set(id, resolve));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
      bridge.keeperPort.postMessage({ id, channel: name, input: value() });
      // What is not even a request is not answered either.
      if (flood.channels.some((known) => known === name)) judge(await answer);
      else note('no such channel');
    } catch {
      note('could not be sent');
    }
  };
  if (flood.through === 'port') bridge.keeperPort.addEventListener('message', hear);
  const one = flood.through === 'port' ? throughPort : throughInvoke;
  for (let sent = 0; sent < flood.count; sent += 100)
    await Promise.all(Array.from({ length: Math.min(100, flood.count - sent) }, one));
  if (flood.through === 'port') bridge.keeperPort.removeEventListener('message', hear);
  return { sent: flood.count, counts, strange };
}
