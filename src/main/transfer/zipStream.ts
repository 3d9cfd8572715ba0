import { Readable } from 'node:stream';
import { ZipFile, type ReadStreamOptions } from 'yazl';

export interface ZipStream {
  /** `parts` is asked when it is this file's turn. */
  readonly add: (
    name: string,
    options: Partial<ReadStreamOptions>,
    parts: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ) => void;
  /** What the zip is made of, while it is made; to be called once, when every file is added. Throws what went wrong with one of them. */
  readonly bytes: () => AsyncGenerator<Uint8Array>;
}

/** A new zip. What goes wrong while one of its files is read ends the whole of it; unheard it would end the process. */
export function createZipStream(): ZipStream {
  const zip = new ZipFile();
  let failure: { readonly error: unknown } | undefined;
  const fail = (error: unknown): void => {
    failure ??= { error };
    // Only ends it: whoever reads hears what it was from `bytes`.
    const { outputStream } = zip;
    if (outputStream instanceof Readable) outputStream.destroy();
  };
  zip.on('error', fail);
  return {
    add: (name, options, parts) =>
      zip.addReadStreamLazy(name, options, (give) => {
        const source = Readable.from(inTurn(parts));
        source.on('error', fail);
        give(null, source);
      }),
    bytes: async function* () {
      zip.end();
      try {
        for await (const chunk of zip.outputStream)
          yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      } catch (error) {
        throw failure === undefined ? error : failure.error;
      }
      if (failure !== undefined) throw failure.error;
    },
  };
}

/** So that a `parts` that throws is heard like one that ends badly. */
async function* inTurn(
  parts: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* parts();
}
