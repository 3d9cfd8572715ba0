import type { RandomBytes } from '../../shared/ports';
import { keyFileToBody, resealKeyFile, sealKeyFile, type KeyFile, type Slot } from './keyFile';
import type { KdfCost } from './keyDerivation';
import { makeKeychainSlot, makePassphraseSlot, type SlotMaking } from './slots';
import { makeRecovery, type DataKeyInUse } from './vault';

/** Every change is a new file over the same data key: the database is never touched. */
const makingOf = ({ file, dataKey }: DataKeyInUse, randomBytes: RandomBytes): SlotMaking => ({
  journalId: file.journalId,
  dataKey,
  randomBytes,
  slots: file.slots,
});

const withSlots = ({ file, dataKey }: DataKeyInUse, slots: Slot[]): KeyFile =>
  sealKeyFile({ ...keyFileToBody(file), slots }, dataKey);

/** Every passphrase there was gives way to this one. */
export async function replacePassphrase(
  found: DataKeyInUse,
  passphrase: Uint8Array,
  cost: KdfCost,
  randomBytes: RandomBytes,
): Promise<KeyFile> {
  const slot = await makePassphraseSlot(makingOf(found, randomBytes), passphrase, cost);
  return withSlots(found, [slot, ...found.file.slots.filter(({ type }) => type !== 'passphrase')]);
}

/** Kits that were made and never proved may lie in a drawer. A key file has room for 16 slots. */
const mostUnproved = 4;

/**
 * A new recovery slot. The earlier ones stay beside it, so that the paper in the drawer works until the new one is proved:
 * the one somebody is known to have in any case, and the newest of those nobody proved.
 */
export function addRecovery(
  found: DataKeyInUse,
  knownSlotId: string | null,
  randomBytes: RandomBytes,
): { readonly file: KeyFile; readonly slotId: string; readonly code: string } {
  const { slot, code } = makeRecovery(makingOf(found, randomBytes));
  const unproved = found.file.slots.filter(({ type, id }) => type === 'recovery' && id !== knownSlotId);
  const dropped = new Set(unproved.slice(0, -(mostUnproved - 1)));
  const kept = found.file.slots.filter((one) => !dropped.has(one));
  return { file: withSlots(found, [...kept, slot]), slotId: slot.id, code };
}

/** One computer at a time: the slot of an earlier login gives way. */
export function replaceLogin(
  found: DataKeyInUse,
  loginKey: Uint8Array,
  backend: string,
  randomBytes: RandomBytes,
): KeyFile {
  const slot = makeKeychainSlot(makingOf(found, randomBytes), loginKey, backend);
  return withSlots(found, [...found.file.slots.filter(({ type }) => type !== 'keychain'), slot]);
}

/** After a rotation that was given up for certain: the next key opens nothing. */
export function dropRotation(file: KeyFile, headerMacKey: Uint8Array): KeyFile {
  const { rotation, ...body } = keyFileToBody(file);
  return rotation === undefined ? file : resealKeyFile(body, headerMacKey);
}

/** Takes slots away, for which the key that signs is enough. */
export const keepSlots = (
  file: KeyFile,
  headerMacKey: Uint8Array,
  isKept: (slot: Slot) => boolean,
): KeyFile => resealKeyFile({ ...keyFileToBody(file), slots: file.slots.filter(isKept) }, headerMacKey);
