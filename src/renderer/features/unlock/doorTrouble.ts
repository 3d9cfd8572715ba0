import type { Failure } from '../../../shared/ipc/failures';
import type { MessageKey } from '../../i18n/i18n';

/** Where a person can go from something that went wrong, each a button. */
export type Way =
  | 'tryAgain'
  | 'useCode'
  | 'usePassphrase'
  | 'backToLatest'
  | 'openThere'
  | 'choosePlace'
  | 'findIt'
  | 'openAnother'
  | 'beginNew';

/** What stands at the door when something went wrong. */
export interface Trouble {
  readonly failure: Failure;
  readonly ways: readonly Way[];
  /** In place of "Welcome back"; null leaves the heading as it is. */
  readonly heading: MessageKey | null;
  /** `gone` where no passphrase would help. */
  readonly form: 'stays' | 'gone';
  /** Where the usual message for the failure would not fit at the door. */
  readonly text: MessageKey | null;
}

export type DoorTask = 'create' | 'unlock' | 'code' | 'newPassphrase';

/** A damaged journal has a page of its own and is not among these. */
export function failureToTrouble(failure: Failure, task: DoorTask): Trouble {
  const stays = (...ways: readonly Way[]): Trouble => ({
    failure,
    ways,
    heading: null,
    form: 'stays',
    text: null,
  });
  const instead = (heading: MessageKey, ...ways: readonly Way[]): Trouble => ({
    failure,
    ways,
    heading,
    form: 'gone',
    text: null,
  });
  switch (failure.type) {
    case 'WrongPassphrase':
      return stays('useCode');
    case 'RecoveryCodeWrong':
      return stays('openAnother');
    case 'JournalMissing':
      return instead('unlock.missingHeading', 'findIt', 'tryAgain', 'beginNew');
    case 'JournalUnreadable':
      return instead('unlock.unreadableHeading', 'tryAgain', 'openAnother');
    case 'JournalFromNewerVersion':
      return instead('unlock.newerHeading', 'tryAgain', 'openAnother');
    case 'JournalAlreadyOpen':
      return { ...stays('openAnother'), heading: 'unlock.alreadyOpenHeading' };
    case 'DiskFull':
      return { ...stays(), text: 'unlock.diskFull' };
    case 'JournalExists':
      return stays('openThere', 'choosePlace');
    case 'FolderNotEmpty':
      return stays('choosePlace');
    case 'FolderIsFile':
    case 'FolderNotWritable':
      return task === 'create'
        ? stays('choosePlace')
        : instead('unlock.unreadableHeading', 'tryAgain', 'openAnother');
    case 'PathTokenUnknown':
      return task === 'create' ? stays('choosePlace') : stays('openAnother');
    default:
      // What is typed is still there, and the button of the form tries again.
      return stays();
  }
}
