import type { RecoveryKit } from '../../../shared/domain/vault';
import type { Input, Output } from '../../../shared/ipc/contract';
import type { Failure } from '../../../shared/ipc/failures';
import { err, ok, type Result } from '../../../shared/result';
import { call } from '../../bridge/client';

export type JournalPlace = Output<'journal.suggestNew'>;

/** UTF-8 bytes of a passphrase or a recovery code. */
export type Secret = Input<'vault.unlock'>['passphrase'];

/** Bytes, so that they can be wiped. The field keeps its letters, for an answer that is no. */
export const fieldToSecret = (field: HTMLInputElement): Secret => new TextEncoder().encode(field.value);

export type Attempt =
  | { readonly kind: 'create' | 'unlock'; readonly place: JournalPlace; readonly passphrase: Secret }
  | { readonly kind: 'login'; readonly place: JournalPlace }
  | {
      readonly kind: 'recover';
      readonly place: JournalPlace;
      readonly code: Secret;
      readonly passphrase: Secret;
    }
  | { readonly kind: 'sample' };

/** The kit of a journal that was just begun; null for one that was there. */
type Opened = Result<RecoveryKit | null, Failure>;

async function openConnected(attempt: Attempt): Promise<Opened> {
  switch (attempt.kind) {
    case 'create':
      return call('vault.create', { passphrase: attempt.passphrase });
    case 'unlock':
      return call('vault.unlock', { passphrase: attempt.passphrase });
    case 'login': {
      const given = await call('login.give', {});
      return given.ok ? call('vault.unlockWithLogin', {}) : given;
    }
    case 'recover':
      return call('vault.recover', { code: attempt.code, passphrase: attempt.passphrase });
    case 'sample':
      return call('vault.openSample', {});
  }
}

/** Starts a keeper for a journal, which then answers whatever needs no key. */
export const connectTo = async (place: JournalPlace): Promise<Result<null, Failure>> =>
  call('journal.connect', { kind: 'journal', token: place.token });

/** Starts a keeper for the journal and opens it there. Secrets are wiped, whatever happens. */
export async function tryDoor(attempt: Attempt): Promise<Opened> {
  try {
    const connected =
      attempt.kind === 'sample'
        ? await call('journal.connect', { kind: 'sample' })
        : await connectTo(attempt.place);
    return connected.ok ? await openConnected(attempt) : err(connected.error);
  } finally {
    if ('passphrase' in attempt) attempt.passphrase.fill(0);
    if ('code' in attempt) attempt.code.fill(0);
  }
}

/** Whether the code opens the journal there. Wipes it. */
export async function tryCode(place: JournalPlace, code: Secret): Promise<Result<null, Failure>> {
  try {
    const connected = await connectTo(place);
    if (!connected.ok) return connected;
    const tried = await call('vault.tryRecoveryCode', { code });
    return tried.ok ? ok(null) : tried;
  } finally {
    code.fill(0);
  }
}
