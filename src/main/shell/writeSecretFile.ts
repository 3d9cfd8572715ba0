import type { Failure } from '../../shared/ipc/failures';
import { err, ok, type Result } from '../../shared/result';
import { writeDurably } from '../disk/durableFiles';
import { isDiskFull } from '../disk/errorCode';

/** A file the person asked for, readable for them alone. It is whole, or what was there before stays. */
export function writeSecretFile(
  path: string,
  bytes: Uint8Array,
): Result<null, Failure<'TargetNotWritable' | 'TargetFull'>> {
  try {
    writeDurably(path, bytes);
    return ok(null);
  } catch (error) {
    return err({ type: isDiskFull(error) ? 'TargetFull' : 'TargetNotWritable' });
  }
}
