import { errorCodeOf, hasErrorCode } from '../../disk/errorCode';

/** A row that breaks a rule of its table, or is there already. */
export const isRefused = (error: unknown): boolean =>
  errorCodeOf(error).startsWith('SQLITE_CONSTRAINT') || hasErrorCode(error, 'SQLITE_MISMATCH');
