/** What lies in the folder of a journal; `docs/format.md` tells the whole of it. */
export const keyFileName = 'vault.json';
export const keyFileBackupName = 'vault.json.bak';
export const databaseName = 'journal.db';
export const backupsFolderName = 'backups';

/** SQLite's own, beside the database they belong to. */
export const logOf = (database: string): string => `${database}-wal`;
export const hotJournalOf = (database: string): string => `${database}-journal`;
export const sharedMemoryOf = (database: string): string => `${database}-shm`;
