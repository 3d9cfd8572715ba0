import { assertNever } from '../../../shared/assert';
import type { JournalWarning } from '../../../shared/domain/vault';
import { formatInstant, formatInstantPair } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import type { SettingsPart } from '../../session/view';

/** A warning in words, and the way forward from it; null where the way leads out of Footnote, and the text names it. */
export interface WarningWords {
  readonly title: string;
  readonly text: string;
  readonly way: { readonly label: string; readonly part: SettingsPart } | null;
}

/** The gravest first: what may have cost words, then what may cost some one day. */
const order: readonly JournalWarning['type'][] = [
  'ContentMismatch',
  'OlderThanSeen',
  'DiffersFromSeen',
  'LogSetAside',
  'ConflictCopies',
  'KeyFileRestored',
  'BackupFailed',
  'ClockBack',
  'SyncFolder',
];

export const inOrder = (warnings: readonly JournalWarning[]): readonly JournalWarning[] =>
  warnings.toSorted((one, other) => order.indexOf(one.type) - order.indexOf(other.type));

const toBackups = { label: message('care.way.backups'), part: 'backups' } as const;
const toFullCheck = { label: message('care.way.verify'), part: 'backups' } as const;

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });
/** More names than this are said as a number. */
const namesShown = 3;

function listNames(all: readonly string[]): string {
  const shown = all.slice(0, namesShown).map((name) => message('care.fileName', { name }));
  const more = all.length - shown.length;
  return names.format(more > 0 ? [...shown, message('care.moreFiles', { count: more })] : shown);
}

/** Every warning has a sentence, what it means, and a way forward. */
export function warningWords(warning: JournalWarning): WarningWords {
  switch (warning.type) {
    case 'OlderThanSeen':
    case 'DiffersFromSeen': {
      const [savedAt, seenAt] = formatInstantPair(warning.savedAt, warning.seenAt);
      return {
        title: message(`care.${warning.type}`),
        text: message(`care.${warning.type}Text`, { savedAt, seenAt }),
        way: toBackups,
      };
    }
    case 'LogSetAside':
      return {
        title: message('care.LogSetAside'),
        text: message('care.LogSetAsideText', { folder: warning.folder }),
        way: toFullCheck,
      };
    case 'ContentMismatch':
      return {
        title: message('care.ContentMismatch'),
        text: message('care.ContentMismatchText'),
        way: toFullCheck,
      };
    case 'KeyFileRestored':
      return {
        title: message('care.KeyFileRestored'),
        text: message('care.KeyFileRestoredText'),
        way: toBackups,
      };
    case 'ConflictCopies':
      return {
        title: message('care.ConflictCopies'),
        text: message('care.ConflictCopiesText', { names: listNames(warning.names) }),
        way: toBackups,
      };
    case 'SyncFolder':
      return {
        title: message('care.SyncFolder', { service: warning.service }),
        text: message('care.SyncFolderText', { service: warning.service }),
        way: { label: message('care.way.secondPlace'), part: 'backups' },
      };
    case 'ClockBack':
      return {
        title: message('care.ClockBack'),
        text: message('care.ClockBackText', { seenAt: formatInstant(warning.seenAt) }),
        way: null,
      };
    case 'BackupFailed':
      return {
        title: message(`care.BackupFailed.${warning.reason}`),
        text: message(`care.BackupFailedText.${warning.reason}`),
        way: toBackups,
      };
    default:
      return assertNever(warning);
  }
}
