import type { Failure } from '../../shared/ipc/failures';
import { message } from './i18n';

/** One calm sentence or two: what happened and a way forward. Compiles while the catalogue has one for every type. */
export function failureMessage(failure: Failure): string {
  switch (failure.type) {
    case 'JournalDamaged':
      return message('failure.JournalDamaged', { part: failure.part });
    case 'Unexpected':
      return message('failure.Unexpected', { reference: failure.reference });
    default:
      return message(`failure.${failure.type}`);
  }
}
