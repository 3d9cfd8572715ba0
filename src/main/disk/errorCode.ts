/** What the system or SQLite calls an error, such as `ENOENT` or `SQLITE_FULL`; empty for everything else that can be thrown. */
export const errorCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

export const hasErrorCode = (error: unknown, ...codes: readonly string[]): boolean =>
  codes.includes(errorCodeOf(error));

/** No space, or none that this user may have. */
export const isDiskFull = (error: unknown): boolean => hasErrorCode(error, 'ENOSPC', 'EDQUOT');
