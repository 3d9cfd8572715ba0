import type { Handlers } from '../../../shared/ipc/contract';

/** Opening needs the folder main chose and the state of the keeper, so the keeper does it. */
export interface Vault {
  readonly create: Handlers<'vault.create'>['vault.create'];
  readonly unlock: Handlers<'vault.unlock'>['vault.unlock'];
  readonly openSample: Handlers<'vault.openSample'>['vault.openSample'];
}

export const vaultHandlers = (
  vault: Vault,
): Handlers<'vault.create' | 'vault.unlock' | 'vault.openSample'> => ({
  'vault.create': (input) => vault.create(input),
  'vault.unlock': (input) => vault.unlock(input),
  'vault.openSample': (input) => vault.openSample(input),
});
