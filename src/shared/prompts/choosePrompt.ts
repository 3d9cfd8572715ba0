import type { Prompt, PromptMoment, PromptResponse, PromptTheme } from '../domain/prompt';
import type { SpanKind } from '../domain/span';
import type { PromptId } from '../id';
import { addDays, daysBetween, type CivilDay } from '../time';

/** One line of the record of offers, oldest first. A prompt may appear several times, also on one day. */
export interface OfferedPrompt {
  readonly promptId: PromptId;
  readonly day: CivilDay;
  /** What became of it; 'offered' while nothing has. */
  readonly response: PromptResponse | 'offered';
}

/** What the choice looks at, of the library's prompts and of the person's own. */
type OfferablePrompt = Pick<Prompt, 'id' | 'theme' | 'moments'>;

export interface PromptChoice {
  readonly library: readonly OfferablePrompt[];
  /** Never offered, until they are shown again. */
  readonly hidden: ReadonlySet<PromptId>;
  /** What the day is like; 'any' adds nothing. */
  readonly moments: readonly PromptMoment[];
  /** What runs today. */
  readonly spans: readonly SpanKind[];
  readonly offered: readonly OfferedPrompt[];
  readonly today: CivilDay;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** Days for which a prompt rests after what became of it. */
const restingDays = { offered: 14, 'not-now': 14, another: 30, answered: 120 } as const;

/** Days over which themes are spread. */
const themeMemoryDays = 14;

/** How much more likely a prompt made for this very moment is than one for any. */
const momentWeight = 4;

/** What each kind of span makes of the day. */
const spanMoments: Readonly<Record<SpanKind, readonly PromptMoment[]>> = {
  injury: ['injury'],
  illness: ['rest'],
  rest: ['rest'],
  travel: [],
};

const movementMoments: readonly PromptMoment[] = ['before-movement', 'after-movement', 'class'];
const stillMoments: readonly PromptMoment[] = ['injury', 'rest'];

const isOneOf = (moments: readonly PromptMoment[]) => (moment: PromptMoment) => moments.includes(moment);

/** A prompt for people who move today, and nobody else. Who somebody is can be asked of anyone. */
function asksOfMoving({ theme, moments }: OfferablePrompt): boolean {
  if (theme === 'identity' && moments.includes('any')) return false;
  return moments.some(isOneOf(movementMoments)) && !moments.some(isOneOf(stillMoments));
}

const isForStillDays = ({ moments }: OfferablePrompt): boolean => moments.every(isOneOf(stillMoments));

type Suiting = 'moment' | 'any' | 'not';

/**
 * How a prompt goes with the day. In an injury, an illness and a rest nothing asks of moving; in an injury, which takes away a
 * part of who one is, the questions about that come forward.
 */
function suiting(
  prompt: OfferablePrompt,
  { moments, spans }: Pick<PromptChoice, 'moments' | 'spans'>,
): Suiting {
  const ofSpans = spans.flatMap((kind) => spanMoments[kind]);
  if (ofSpans.length > 0 && asksOfMoving(prompt)) return 'not';
  const now = [...ofSpans, ...moments.filter((moment) => moment !== 'any')];
  if (prompt.moments.some(isOneOf(now))) return 'moment';
  if (!prompt.moments.includes('any')) return 'not';
  return prompt.theme === 'identity' && ofSpans.includes('injury') ? 'moment' : 'any';
}

/** A span that begins or ends on the day makes an offer out of place; the hour of the day does not. */
function isOutOfPlace(prompt: OfferablePrompt, choice: PromptChoice): boolean {
  const isStill = choice.spans.some((kind) => spanMoments[kind].length > 0);
  return (isStill && asksOfMoving(prompt)) || (isForStillDays(prompt) && suiting(prompt, choice) === 'not');
}

/** The offer nothing has become of yet stands for the day, so that looking again shows the same one. */
function standingOffer(choice: PromptChoice): PromptId | null {
  const { library, hidden, offered, today } = choice;
  const last = offered.findLast(({ day }) => day === today);
  if (last?.response !== 'offered') return null;
  const isDeclined = offered.some(
    ({ promptId, day, response }) => promptId === last.promptId && day === today && response !== 'offered',
  );
  const prompt = library.find(({ id }) => id === last.promptId);
  const isThere = prompt !== undefined && !hidden.has(prompt.id) && !isOutOfPlace(prompt, choice);
  return !isDeclined && isThere ? last.promptId : null;
}

/** Days until each prompt is rested; absent when it is. */
function daysLeftToRest(offered: readonly OfferedPrompt[], today: CivilDay): ReadonlyMap<PromptId, number> {
  const left = new Map<PromptId, number>();
  for (const { promptId, day, response } of offered) {
    const days = restingDays[response] - Math.max(0, daysBetween(day, today));
    if (days > 0) left.set(promptId, Math.max(days, left.get(promptId) ?? 0));
  }
  return left;
}

function themeUse({ library, offered, today }: PromptChoice): ReadonlyMap<PromptTheme, number> {
  const themes = new Map(library.map(({ id, theme }) => [id, theme]));
  const seen = new Set<string>();
  const use = new Map<PromptTheme, number>();
  for (const { promptId, day } of offered) {
    const theme = themes.get(promptId);
    if (theme === undefined || daysBetween(day, today) > themeMemoryDays || seen.has(`${promptId} ${day}`)) {
      continue;
    }
    seen.add(`${promptId} ${day}`);
    use.set(theme, (use.get(theme) ?? 0) + 1);
  }
  return use;
}

function pickWeighted<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  random: () => number,
): Item | undefined {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  let rest = random() * total;
  for (const item of items) {
    rest -= weightOf(item);
    if (rest < 0) return item;
  }
  return items.at(-1);
}

/**
 * The prompt to offer, or null when none is. Pure: the same choice and the same random numbers give the same prompt.
 *
 * - After 'not now' nothing is offered for the rest of the day.
 * - What was declined or answered today does not come back today.
 * - What is hidden is never offered, also when it was on offer already.
 * - A prompt made for moments that are not now (an injury, a class) is never offered.
 * - In an injury, an illness or a rest no prompt asks of moving, also when it was on offer already.
 * - Prompts rest after being offered; when all do, the one closest to rested comes.
 * - Themes offered in the last two weeks are less likely, the last one comes again when there is no other.
 */
export function choosePrompt(everything: PromptChoice): PromptId | null {
  const { library, hidden, today, random } = everything;
  const remembered = addDays(today, -Math.max(...Object.values(restingDays)));
  const offered = everything.offered.filter(({ day }) => day >= remembered);
  const choice = { ...everything, offered };
  const fromToday = offered.filter(({ day }) => day === today);
  if (fromToday.some(({ response }) => response === 'not-now')) return null;
  const standing = standingOffer(choice);
  if (standing !== null) return standing;

  const doneToday = new Set(fromToday.map(({ promptId }) => promptId));
  const suitable = library.filter(
    (prompt) => suiting(prompt, choice) !== 'not' && !doneToday.has(prompt.id) && !hidden.has(prompt.id),
  );
  const daysLeft = daysLeftToRest(offered, today);
  const fewestDaysLeft = Math.min(...suitable.map(({ id }) => daysLeft.get(id) ?? 0));
  const rested = suitable.filter(({ id }) => (daysLeft.get(id) ?? 0) === fewestDaysLeft);

  const lastId = offered.at(-1)?.promptId;
  const lastTheme = library.find(({ id }) => id === lastId)?.theme;
  const otherThemes = rested.filter(({ theme }) => theme !== lastTheme);
  const candidates = otherThemes.length > 0 ? otherThemes : rested;

  const use = themeUse(choice);
  const weightOf = (prompt: OfferablePrompt): number =>
    (suiting(prompt, choice) === 'moment' ? momentWeight : 1) / (1 + (use.get(prompt.theme) ?? 0)) ** 2;
  return pickWeighted(candidates, weightOf, random)?.id ?? null;
}
