import { expect, it } from 'vitest';
import { kindOfWord } from '../../../../src/main/transfer/import/movement/kindOfWord';

it.each([
  ['run', 'Trail Run, TrailRun, trail_running, running.treadmill, Lauf, Abendlauf, course à pied'],
  [
    'ride',
    'E-Bike Ride, VirtualRide, mountain_biking, indoor_cycling, biking.mountain, Radfahrt, Rennrad, vélo',
  ],
  ['walk', 'Walking, Gehen, Spaziergang, marche'],
  ['hike', 'Hiking, Wandern, randonnée'],
  // No word is taken for another that it holds by chance.
  [
    'other',
    'Brunch, Trunk lift, Evening in Bradford, Radiology, Skilanglauf, Eislaufen, Motorcycling, Horseback riding',
  ],
])('a program’s word stands for %s', (kind, words) => {
  const found = words.split(', ').map((word) => [word, kindOfWord(word)]);
  expect(found).toEqual(words.split(', ').map((word) => [word, kind]));
});
