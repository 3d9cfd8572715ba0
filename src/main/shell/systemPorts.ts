import { randomBytes } from 'node:crypto';
import type { Clock, RandomBytes } from '../../shared/ports';

export const systemClock: Clock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};

export const systemRandomBytes: RandomBytes = (length) => new Uint8Array(randomBytes(length));
