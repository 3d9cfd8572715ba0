import type { Failure } from '../../../shared/ipc/failures';
import type { Input, Output } from '../../../shared/ipc/contract';
import { err, ok, type Result } from '../../../shared/result';
import { call } from '../../bridge/client';

export type JournalPlace = Output<'journal.suggestNew'>;

/** UTF-8 bytes. */
export type Passphrase = Input<'vault.unlock'>['passphrase'];

/** Bytes, so that it can be wiped; the field it came from is emptied. */
export function takePassphrase(field: HTMLInputElement): Passphrase {
  const bytes = new TextEncoder().encode(field.value);
  field.value = '';
  return bytes;
}

type Attempt =
  | { readonly kind: 'create' | 'unlock'; readonly place: JournalPlace; readonly passphrase: Passphrase }
  | { readonly kind: 'sample' };

const attemptToConnection = (attempt: Attempt): Input<'journal.connect'> =>
  attempt.kind === 'sample' ? { kind: 'sample' } : { kind: 'journal', token: attempt.place.token };

async function ask(attempt: Attempt): Promise<Result<null, Failure>> {
  switch (attempt.kind) {
    case 'create':
      return call('vault.create', { passphrase: attempt.passphrase });
    case 'unlock':
      return call('vault.unlock', { passphrase: attempt.passphrase });
    case 'sample':
      return call('vault.openSample', {});
  }
}

/** Starts a keeper for the journal and opens it there. The passphrase is wiped, whatever happens. */
export async function tryDoor(attempt: Attempt): Promise<Result<null, Failure>> {
  try {
    const connected = await call('journal.connect', attemptToConnection(attempt));
    if (!connected.ok) return err(connected.error);
    const opened = await ask(attempt);
    return opened.ok ? ok(null) : err(opened.error);
  } finally {
    if (attempt.kind !== 'sample') attempt.passphrase.fill(0);
  }
}
