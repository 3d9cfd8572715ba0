import { z } from 'zod';

/** UTF-8 bytes, because a string cannot be wiped afterwards. */
export const secretSchema = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 4096, 'too long');
