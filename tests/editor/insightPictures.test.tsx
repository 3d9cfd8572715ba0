import { mount } from './desk';
import type { ReactNode } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  DoseCard,
  FeelingsCard,
  KindsCard,
  RhythmCard,
} from '../../src/renderer/features/insights/cards/GroupCards';
import { MovementDaysCard, WritingCard } from '../../src/renderer/features/insights/cards/DayCards';
import { SessionsCard } from '../../src/renderer/features/insights/cards/SessionsCard';
import { LongRunCard, SpanCards } from '../../src/renderer/features/insights/cards/TimeCards';
import type { ShownCards } from '../../src/renderer/features/insights/cards/useInsightCards';
import { useSession } from '../../src/renderer/session/sessionStore';
import { movementKindSchema } from '../../src/shared/domain/movementKind';
import { numberToDay } from '../../src/shared/insights/calendar';
import { computeCards } from '../../src/shared/insights/insightCards';
import { longDiary } from '../support/longDiary';
import { orchardKinds } from '../support/orchard';

const mostElements = 1500;
const promptText = (id: string): string => `What about ${id}?`;

/** Cards by name, of a diary of so many days. */
function cardsOf(days: number): Readonly<Record<string, ReactNode>> {
  const diary = longDiary(days);
  const cards = computeCards(diary, { kinds: orchardKinds, feelings: ['anger', 'grief', 'joy', 'numbness'] });
  const shown: ShownCards = { cards, say: (_name, found) => found };
  const pairs = diary.shifts.map(({ day, at, before, after, session }) => ({
    sessionId: session.id,
    day: numberToDay(day),
    at,
    kind: movementKindSchema.parse(session.kind),
    minutes: session.minutes,
    before,
    after,
    isRemembered: false,
  }));
  const both = { shown, number: 2 };
  return {
    sessions: <SessionsCard {...both} pairs={pairs} unpairedSessions={0} />,
    kinds: <KindsCard {...both} />,
    movementDays: <MovementDaysCard {...both} />,
    dose: <DoseCard {...both} />,
    feelings: <FeelingsCard {...both} />,
    rhythm: <RhythmCard {...both} weekStartsOn={1} />,
    longRun: <LongRunCard {...both} weekStartsOn={1} />,
    writing: <WritingCard {...both} promptText={promptText} />,
    spans: <SpanCards {...both} />,
  };
}

async function show(card: ReactNode): Promise<HTMLElement> {
  const root = mount(
    <div data-card style={{ inlineSize: '900px' }}>
      {card}
    </div>,
  );
  const place = await vi.waitFor(() => {
    const found = [...document.querySelectorAll<HTMLElement>('[data-card]')].at(-1);
    expect(found?.querySelector('svg[role=img] path[d^=M]') ?? null).not.toBeNull();
    return found;
  });
  onTestFinished(() => root.unmount());
  if (place === undefined) throw new Error('The card is not on the page.');
  return place;
}

const long = cardsOf(9862);
const year = cardsOf(365);

test.each(Object.keys(long))(
  'twenty-seven years of %s are at most 1,500 elements a picture',
  async (name) => {
    const place = await show(long[name]);
    const counts = [...place.querySelectorAll('svg')].map((svg) => svg.querySelectorAll('*').length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(mostElements);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(4000);
    expect(place.innerHTML).not.toContain('NaN');
  },
);

test('weeks are lines while they can be told apart', async () => {
  const place = await show(year['movementDays']);
  expect(place.textContent).toContain('Each line is one week');
  expect(place.textContent).not.toContain('with movement days higher');
});

test('more than sixty weeks are a bar of how many were higher', async () => {
  const place = await show(long['movementDays']);
  expect(place.textContent).not.toContain('Each line is one week');
  expect(place.textContent).toContain('with movement days higher');
});

test('the years are eight paths of cells and corners, and one for spans', async () => {
  const place = await show(long['longRun']);
  const grid = place.querySelector('svg[role=img]');
  expect(grid?.querySelectorAll('path')).toHaveLength(9);
  expect(place.querySelectorAll('table')).toHaveLength(1);
});

test('a dot of writing opens its entry by keyboard', async () => {
  const place = await show(year['writing']);
  const strip = place.querySelectorAll<HTMLElement>('[role=application]');
  const last = strip[strip.length - 1];
  last?.focus();
  await userEvent.keyboard('{Home}');
  await vi.waitFor(() => expect(last?.textContent).toContain('opens this entry'));
  await userEvent.keyboard('{Enter}');
  expect(useSession.getState().view).toMatchObject({ room: 'write', promptId: null });
});
