import type { NewImage } from '../../../shared/domain/image';
import type { PicturePort } from './journals/placePictures';

interface WaitingPicture {
  readonly request: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PictureRelay extends PicturePort {
  /** The next one that waits, or will; null once there are no more. */
  readonly next: () => Promise<WaitingPicture | null>;
  /** What has no request that waits is nobody's, and is dropped. */
  readonly give: (request: number, image: NewImage | null) => void;
  /** Whoever still waits for anything gets null. */
  readonly end: () => void;
}

/** Pictures wait here until the page, which alone can decode them, asks for them and gives them back. */
export function createPictureRelay(): PictureRelay {
  const unasked: WaitingPicture[] = [];
  const ungiven = new Map<number, (image: NewImage | null) => void>();
  let asking: ((picture: WaitingPicture | null) => void) | undefined;
  let lastRequest = 0;
  let hasEnded = false;

  const answer = (picture: WaitingPicture | null): void => {
    asking?.(picture);
    asking = undefined;
  };

  return {
    recode: (raw) =>
      new Promise((resolve) => {
        if (hasEnded) {
          resolve(null);
          return;
        }
        lastRequest += 1;
        ungiven.set(lastRequest, resolve);
        const picture = { request: lastRequest, bytes: new Uint8Array(raw) };
        if (asking === undefined) unasked.push(picture);
        else answer(picture);
      }),
    next: () =>
      new Promise((resolve) => {
        // One page asks; whoever asked before has gone.
        answer(null);
        const picture = unasked.shift();
        if (picture !== undefined || hasEnded) resolve(picture ?? null);
        else asking = resolve;
      }),
    give: (request, image) => {
      ungiven.get(request)?.(image);
      ungiven.delete(request);
    },
    end: () => {
      hasEnded = true;
      unasked.length = 0;
      answer(null);
      for (const settle of ungiven.values()) settle(null);
      ungiven.clear();
    },
  };
}
