import type { CareChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';

type BackupChannel = Exclude<CareChannel, `spelling.${string}`>;

/** Backups and repair need the folder and the state of the keeper, so the keeper does them. */
export type Care = Handlers<BackupChannel>;

export const careHandlers = (care: Care): Handlers<BackupChannel> => care;
