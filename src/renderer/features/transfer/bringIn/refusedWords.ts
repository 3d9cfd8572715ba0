import type { RefusedPlace } from '../../../../shared/domain/incoming';
import { message } from '../../../i18n/i18n';

const reasons = [
  'date-unclear',
  'length-unknown',
  'too-long',
  'not-json',
  'not-readable',
  'no-id',
  'no-session',
  'empty',
  'media',
  'picture-missing',
  'not-valid',
  'image-broken',
] as const;

const reasonOf = ({ reason }: RefusedPlace): (typeof reasons)[number] =>
  reasons.find((one) => one === reason) ?? 'not-valid';

export interface RefusedGroup {
  readonly reason: string;
  readonly count: number;
  /** One for each file, with the numbers of the parts in it; none where nobody knows where they stand. */
  readonly places: readonly string[];
}

/** "1–3, 7": numbers that follow each other are one stretch. */
function stretches(numbers: readonly number[]): string {
  const found: { from: number; to: number }[] = [];
  for (const number of [...new Set(numbers)].toSorted((one, other) => one - other)) {
    const last = found.at(-1);
    if (last?.to === number - 1) last.to = number;
    else found.push({ from: number, to: number });
  }
  return found
    .map(({ from, to }) =>
      message(from === to ? 'transfer.in.oneNumber' : 'transfer.in.numbers', { from, to }),
    )
    .join(', ');
}

function placeWords(file: string | null, numbers: readonly number[]): readonly string[] {
  if (numbers.length === 0) return file === null ? [] : [file];
  const said = { count: numbers.length, numbers: stretches(numbers) };
  return [
    file === null
      ? message('transfer.in.numbered', said)
      : message('transfer.in.numberedIn', { ...said, file }),
  ];
}

function groupBy<One, Key>(all: readonly One[], keyOf: (one: One) => Key): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** What was refused by its reason, the most frequent first, and within it by file: hundreds of rows with one fault are one line. */
export function groupRefused(refused: readonly RefusedPlace[]): readonly RefusedGroup[] {
  return [...groupBy(refused, reasonOf)]
    .map(([reason, parts]) => ({
      reason: message(`transfer.reason.${reason}`),
      count: parts.length,
      places: [...groupBy(parts, ({ file }) => file)].flatMap(([file, inFile]) =>
        placeWords(
          file,
          inFile.flatMap(({ line }) => (line === null ? [] : [line])),
        ),
      ),
    }))
    .toSorted((one, other) => other.count - one.count);
}
