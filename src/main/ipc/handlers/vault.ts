import type { VaultChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';

/** Keys need the folder main chose and the state of the keeper, so the keeper does it. */
export type Vault = Handlers<VaultChannel>;

export const vaultHandlers = (vault: Vault): Handlers<VaultChannel> => vault;
