/** Made-up diaries whose truth is known, for the comparisons of Insights. The same seed gives the same diary for ever. */

interface OrchardDay {
  readonly day: number;
  readonly hasMoved: boolean;
  readonly isInjured: boolean;
  /** Evening value in steps; null when it was not rated. */
  readonly mood: number | null;
}

interface OrchardSession {
  readonly day: number;
  readonly kind: OrchardKind;
  readonly minutes: number;
  readonly effort: number;
  readonly before: number;
  readonly after: number;
  readonly gapHours: number;
  readonly qualities: Readonly<Record<OrchardQuality, boolean>>;
  readonly anger: Anger;
}

/** Two ratings of a day without movement, some hours apart. */
interface OrchardPair {
  readonly day: number;
  readonly before: number;
  readonly after: number;
  readonly gapHours: number;
  readonly anger: Anger;
}

interface Anger {
  readonly before: boolean;
  readonly after: boolean;
}

export interface Orchard {
  readonly days: readonly OrchardDay[];
  readonly sessions: readonly OrchardSession[];
  readonly pairs: readonly OrchardPair[];
}

export const orchardKinds = ['run', 'walk', 'dance', 'barre', 'spin'] as const;
type OrchardKind = (typeof orchardKinds)[number];
const orchardQualities = ['play', 'connection', 'achievement', 'safety'] as const;
export type OrchardQuality = (typeof orchardQualities)[number];

const orchardDays = 728;
/** A Monday. */
export const orchardStart = '2023-01-02';
export const orchardInjury = { from: 300, to: 341 } as const;

export interface OrchardTruth {
  /** Steps that movement adds to the evening of its day, and to the day after. */
  readonly sameDay: number;
  readonly nextDay: number;
  readonly kindLift: Readonly<Record<OrchardKind, number>>;
  readonly dosePerTenMinutes: number;
  readonly play: number;
  /** Share of angers that stay over a session. */
  readonly angerStays: number;
}

const orchardTruth: OrchardTruth = {
  sameDay: 0.4,
  nextDay: 0.1,
  kindLift: { run: 0.5, walk: 0.4, dance: 0.9, barre: 0.3, spin: 0.5 },
  dosePerTenMinutes: 0.1,
  play: 0.4,
  angerStays: 0.3,
};

/** Movement does nothing; whatever is found is chance. */
export const nothingIsTrue: OrchardTruth = {
  sameDay: 0,
  nextDay: 0,
  kindLift: { run: 0, walk: 0, dance: 0, barre: 0, spin: 0 },
  dosePerTenMinutes: 0,
  play: 0,
  angerStays: 0.6,
};

const phi = 0.5;
const phaseMemory = 0.98;
const deviation = 0.8;
const angerStaysWhenStill = 0.6;
const weekdayMood = [-0.3, -0.1, 0, 0, 0.2, 0.4, 0.1];
const weekdayMoving = [0.5, -0.4, 0.5, -0.4, 0.3, 0.6, -1.1];
const kindsUpTo = [
  { kind: 'run', share: 0.35, minutes: 35, play: 0.25 },
  { kind: 'walk', share: 0.6, minutes: 55, play: 0.35 },
  { kind: 'dance', share: 0.8, minutes: 50, play: 0.8 },
  { kind: 'barre', share: 0.9, minutes: 45, play: 0.4 },
  { kind: 'spin', share: 1, minutes: 40, play: 0.5 },
] as const;

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));
const toStep = (value: number): number => Math.max(-3, Math.min(3, Math.round(value))) + 0;

/** 104 whole weeks from `orchardStart`. The order of the draws is part of what is checked. */
export function createOrchard(seed: number, truth: OrchardTruth = orchardTruth): Orchard {
  const random = createOrchardRandom(seed);
  const days: OrchardDay[] = [];
  const sessions: OrchardSession[] = [];
  const pairs: OrchardPair[] = [];
  let wave = deviation * random.normal();
  let phase = random.normal();
  let yesterday = 0.4;
  let hadMoved = 0;
  for (let day = 0; day < orchardDays; day += 1) {
    const isInjured = day >= orchardInjury.from && day <= orchardInjury.to;
    if (day > 0) {
      wave = phi * wave + Math.sqrt(1 - phi * phi) * deviation * random.normal();
      phase = phaseMemory * phase + Math.sqrt(1 - phaseMemory * phaseMemory) * random.normal();
    }
    const morning =
      0.4 +
      (weekdayMood[day % 7] ?? 0) +
      0.3 * phase +
      wave +
      truth.nextDay * hadMoved +
      (isInjured ? -0.6 : 0);
    const wish = -0.2 + (weekdayMoving[day % 7] ?? 0) + 0.8 * phase + 0.5 * (yesterday - 0.4);
    const hasMoved = !isInjured && random.uniform() < logistic(wish);
    if (hasMoved) sessions.push(drawSession(random, truth, day, morning));
    else if (random.uniform() < 0.6) pairs.push(drawPair(random, day, morning));
    const evening = morning + (hasMoved ? truth.sameDay : 0) + 0.3 * random.normal();
    const isRated = random.uniform() < 0.85;
    days.push({ day, hasMoved, isInjured, mood: isRated ? toStep(evening) : null });
    yesterday = morning;
    hadMoved = hasMoved ? 1 : 0;
  }
  return { days, sessions, pairs };
}

function drawSession(
  random: OrchardRandom,
  truth: OrchardTruth,
  day: number,
  morning: number,
): OrchardSession {
  const which = random.uniform();
  const made = kindsUpTo.find(({ share }) => which < share) ?? kindsUpTo[4];
  const minutes = 5 * Math.max(2, Math.round((made.minutes * Math.exp(0.3 * random.normal())) / 5));
  const effort = Math.max(1, Math.min(10, Math.round(4 + 1.5 * random.normal())));
  const qualities = {
    play: random.uniform() < made.play,
    connection: random.uniform() < 0.45,
    achievement: random.uniform() < 0.55,
    safety: random.uniform() < 0.6,
  };
  const shift =
    truth.kindLift[made.kind] +
    (truth.dosePerTenMinutes * (minutes - made.minutes)) / 10 +
    truth.play * ((qualities.play ? 1 : 0) - made.play);
  const before = toStep(morning + 0.5 * random.normal());
  const after = toStep(morning + shift + 0.5 * random.normal());
  const anger = drawAnger(random, morning, truth.angerStays, 0.05);
  return {
    day,
    kind: made.kind,
    minutes,
    effort,
    before,
    after,
    gapHours: minutes / 60 + 0.25,
    qualities,
    anger,
  };
}

function drawPair(random: OrchardRandom, day: number, morning: number): OrchardPair {
  const gapHours = 1 + 2 * random.uniform();
  const before = toStep(morning + 0.5 * random.normal());
  const after = toStep(morning + 0.5 * random.normal());
  return { day, before, after, gapHours, anger: drawAnger(random, morning, angerStaysWhenStill, 0.1) };
}

function drawAnger(random: OrchardRandom, morning: number, stays: number, comes: number): Anger {
  const before = random.uniform() < logistic(-1.2 - 0.6 * (morning - 0.4));
  return { before, after: random.uniform() < (before ? stays : comes) };
}

export interface OrchardRandom {
  /** A whole number of 32 bits. */
  readonly next: () => number;
  readonly uniform: () => number;
  readonly normal: () => number;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by splitmix32, twelve draws warm; normals by Box and Muller, cosine first. */
export function createOrchardRandom(seed: number): OrchardRandom {
  const seeds = createSplitMix(seed);
  let [a, b, c, counter] = [seeds() | 0, seeds() | 0, seeds() | 0, 1];
  let spare: number | null = null;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11) | 0;
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let draw = 0; draw < 12; draw += 1) next();
  const uniform = (): number => (next() + 0.5) / 4_294_967_296;
  return {
    next,
    uniform,
    normal: () => {
      if (spare !== null) {
        const kept = spare;
        spare = null;
        return kept;
      }
      const radius = Math.sqrt(-2 * Math.log(uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}

function createSplitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e_37_79_b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21_f0_aa_ad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x73_5a_2d_97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/** An id that is the same for the same number. */
export const orchardId = (number: number): string =>
  `01910000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
