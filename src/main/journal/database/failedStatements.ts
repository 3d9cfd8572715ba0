/**
 * Connections on which a statement of the open transaction failed. SQLite took that statement's rows back; what was counted
 * beside it was not, so the transaction has to fail as a whole.
 */
const failed = new WeakSet<object>();

export const noteFailedStatement = (db: object): void => {
  failed.add(db);
};

export const hasFailedStatement = (db: object): boolean => failed.has(db);

export const forgetFailedStatement = (db: object): void => {
  failed.delete(db);
};
