import { expect, it } from 'vitest';
import { kindOfWord } from '../../../../src/main/transfer/import/movement/kindOfWord';

it.each([
  [
    'run',
    'Trail Run, TrailRun, trail_running, running.treadmill, Lauf, Abendlauf, course à pied, Hardloopsessie, Corrida em esteira, Carrera, Løb',
  ],
  [
    'ride',
    'E-Bike Ride, VirtualRide, mountain_biking, indoor_cycling, biking.mountain, Radfahrt, Rennrad, vélo, Fietsrit, Ciclismo na montanha, Cykling',
  ],
  ['walk', 'Walking, Gehen, Spaziergang, marche, Caminhada, Caminata, Wandeling'],
  ['hike', 'Hiking, Wandern, randonnée, Senderismo, Vandring'],
  ['swim', 'Natação em piscina, Natación, Zwemmen, Svømning, Nuoto'],
  ['strength', 'Entrenamiento de fuerza, Krachttraining'],
  // No word is taken for another that it holds by chance.
  [
    'other',
    'Brunch, Trunk lift, Evening in Bradford, Radiology, Skilanglauf, Eislaufen, Motorcycling, Motociclismo, Horseback riding, Recorrida',
  ],
])('a program’s word stands for %s', (kind, words) => {
  const found = words.split(', ').map((word) => [word, kindOfWord(word)]);
  expect(found).toEqual(words.split(', ').map((word) => [word, kind]));
});
