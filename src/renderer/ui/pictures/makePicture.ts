import type { PictureRequest, PictureResponse } from './pictureMessages';
import { trustedWorker } from '../trustedWorker';
// oxlint-disable-next-line import/default -- the build makes it of `?worker&url`
import workerAddress from './pictureWorker?worker&url';

const startPictureWorker = trustedWorker(workerAddress, 'footnote-pictures');

/** A large photograph takes a second or two; what takes longer is not one. */
const patienceMs = 20_000;

/**
 * In a thread of its own, which ends with the answer: it may have held a hundred million bytes, and what a stranger's file does to
 * a decoder stays there.
 */
export async function makePicture(request: PictureRequest): Promise<PictureResponse> {
  const worker = startPictureWorker('Footnote pictures');
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
