/** What the page asks the worker. */
export interface StrengthQuestion {
  readonly passphrase: string;
  /** Words anybody would try first: the name of the journal, for one. */
  readonly known: readonly string[];
}

export interface StrengthAnswer {
  /** Guesses until it is found by somebody who knows how people choose passphrases, as a power of ten. */
  readonly guessesLog10: number;
  /** zxcvbn's name for what makes it easy to guess; null when nothing stands out. */
  readonly warning: string | null;
}

/**
 * What one strong computer tries in a second against Argon2id with 128 MiB and three passes. Measured here: five a second
 * on one core; a machine full of graphics cards has some two hundred times the memory bandwidth. Rounded in the attacker's favour.
 */
export const guessesPerSecond = 1000;

export const worths = ['none', 'little', 'some', 'good', 'strong'] as const;
type Worth = (typeof worths)[number];

type TimeUnit = 'moment' | 'minutes' | 'hours' | 'days' | 'months' | 'years' | 'centuries' | 'ages';

/** `count` is rounded to one figure: more would claim to know more than anybody does. */
export interface Strength {
  readonly worth: Worth;
  readonly unit: TimeUnit;
  readonly count: number;
  readonly hint: StrengthHint | null;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30 * day;
const year = 365 * day;
const century = 100 * year;

/** Upper ends of the units, in seconds; a unit begins with one of it. */
const scale: readonly (readonly [TimeUnit, number, number])[] = [
  ['moment', minute, 1],
  ['minutes', hour, minute],
  ['hours', day, hour],
  ['days', 2 * month, day],
  ['months', 2 * year, month],
  ['years', 2 * century, year],
  ['centuries', 100 * century, century],
];

function worthOf(seconds: number): Worth {
  if (seconds < hour) return 'none';
  if (seconds < month) return 'little';
  if (seconds < 10 * year) return 'some';
  return seconds < 10 * century ? 'good' : 'strong';
}

type StrengthHint = 'common' | 'nearCommon' | 'repeated' | 'row' | 'date' | 'word' | 'name' | 'known';

const hints: ReadonlyMap<string, StrengthHint> = new Map([
  ['topTen', 'common'],
  ['topHundred', 'common'],
  ['common', 'common'],
  ['pwned', 'common'],
  ['similarToCommon', 'nearCommon'],
  ['simpleRepeat', 'repeated'],
  ['extendedRepeat', 'repeated'],
  ['sequences', 'row'],
  ['straightRow', 'row'],
  ['keyPattern', 'row'],
  ['recentYears', 'date'],
  ['dates', 'date'],
  ['wordByItself', 'word'],
  ['namesByThemselves', 'name'],
  ['commonNames', 'name'],
  ['userInputs', 'known'],
]);

export function answerToStrength({ guessesLog10, warning }: StrengthAnswer): Strength {
  const seconds = 10 ** guessesLog10 / guessesPerSecond;
  const [unit, , one] = scale.find(([, end]) => seconds < end) ?? (['ages', Infinity, century] as const);
  const worth = worthOf(seconds);
  return {
    worth,
    unit,
    count: oneFigure(seconds / one),
    // Beside a passphrase that is worth something, a warning about a part of it only confuses.
    hint: worth === 'none' || worth === 'little' ? (hints.get(warning ?? '') ?? null) : null,
  };
}

/** 1 to 19 as they are, above that the first figure. */
function oneFigure(count: number): number {
  const rounded = Math.max(1, Math.round(count));
  if (rounded < 20) return rounded;
  const power = 10 ** Math.floor(Math.log10(rounded));
  return Math.round(rounded / power) * power;
}
