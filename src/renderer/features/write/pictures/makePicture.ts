import type { PictureRequest, PictureResponse } from './pictureMessages';
// oxlint-disable-next-line import/default -- the build makes it of `?worker&url`
import workerAddress from './pictureWorker?worker&url';

interface ScriptPolicy {
  readonly createScriptURL: (address: string) => unknown;
}

interface PolicyMaker {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/** Starting a worker is a guarded act under trusted types. There is one address it can be given. */
function trustedAddress(): string {
  const types: PolicyMaker | undefined = Reflect.get(window, 'trustedTypes');
  if (types === undefined) return workerAddress;
  policy ??= types.createPolicy('footnote-pictures', { createScriptURL: () => workerAddress });
  // The policy's answer is what the worker takes in place of a string.
  return policy.createScriptURL('') as string;
}

/** A large photograph takes a second or two; what takes longer is not one. */
const patienceMs = 20_000;

/**
 * In a thread of its own, which ends with the answer: it may have held a hundred million bytes, and what a stranger's file does to
 * a decoder stays there.
 */
export async function makePicture(request: PictureRequest): Promise<PictureResponse> {
  const worker = new Worker(trustedAddress(), { type: 'module', name: 'Footnote pictures' });
  try {
    return await new Promise<PictureResponse>((resolve) => {
      setTimeout(() => resolve({ type: 'refused', why: 'tookTooLong' }), patienceMs);
      worker.addEventListener('message', ({ data }: MessageEvent<PictureResponse>) => resolve(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        resolve({ type: 'refused', why: 'broken' });
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}
