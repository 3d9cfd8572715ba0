import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Scheme = 'light' | 'dark';

const tokens = readFileSync(new URL('../../../src/renderer/styles/tokens.css', import.meta.url), 'utf8');
/** The ordinary colours alone; people who ask for more contrast get a stronger set after them. */
const ordinary = tokens.split('@media')[0] ?? '';

function colour(name: string, scheme: Scheme): readonly number[] {
  const found = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`, 'i').exec(
    ordinary,
  );
  const hex = scheme === 'light' ? found?.[1] : found?.[2];
  if (hex === undefined) throw new Error(`no token --${name} as light-dark(#…, #…)`);
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
}

/** Relative luminance and contrast: WCAG 2.2, definitions. */
function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

type Matrix = readonly (readonly [number, number, number])[];

/** Machado, Oliveira & Fernandes 2009, severity 1, on linear RGB. */
const sights: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (channels: readonly number[]) =>
  channels.map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));

const times = (matrix: Matrix, [x = 0, y = 0, z = 0]: readonly number[]) =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z);

/** Ottosson 2020, OKLab from linear sRGB. */
function okLab(channels: readonly number[]): readonly number[] {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    channels.map((channel) => Math.min(1, Math.max(0, channel))),
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

function distance(a: readonly number[], b: readonly number[], sight: Matrix): number {
  const [first, second] = [a, b].map((colour) => okLab(times(sight, linear(colour))));
  return 100 * Math.hypot(...(first ?? []).map((value, index) => value - (second?.[index] ?? 0)));
}

const schemes: readonly Scheme[] = ['light', 'dark'];

describe.each(schemes)('the colours on %s paper', (scheme) => {
  test.each([
    ['ink', ['paper', 'raised', 'selection']],
    ['quiet-ink', ['paper', 'raised', 'selection']],
    ['clay', ['paper', 'raised']],
  ])('%s can be read on %s', (text, grounds) => {
    for (const ground of grounds) {
      expect(contrast(colour(text, scheme), colour(ground, scheme)), ground).toBeGreaterThan(4.5);
    }
  });

  test.each(['mood', 'movement'])('marks in %s stand out from paper by 3 to 1', (mark) => {
    expect(contrast(colour(mark, scheme), colour('paper', scheme))).toBeGreaterThan(3);
    expect(contrast(colour(mark, scheme), colour('raised', scheme))).toBeGreaterThan(3);
  });

  test('mood and movement stay apart for every kind of colour sight', () => {
    for (const [sight, matrix] of Object.entries(sights)) {
      const apart = distance(colour('mood', scheme), colour('movement', scheme), matrix);
      expect(apart, sight).toBeGreaterThan(15);
    }
  });

  test('the seven levels grow lighter step by step, and neighbours stay apart, for every kind of colour sight', () => {
    const levels = [1, 2, 3, 4, 5, 6, 7].map((level) => colour(`level-${level}`, scheme));
    for (const [sight, matrix] of Object.entries(sights)) {
      for (const [index, level] of levels.slice(1).entries()) {
        const before = levels[index] ?? [];
        const lightness = [before, level].map((one) => okLab(times(matrix, linear(one)))[0] ?? 0);
        expect(lightness[1], `${sight} ${index}`).toBeGreaterThan(lightness[0] ?? 1);
        expect(distance(before, level, matrix), `${sight} ${index}`).toBeGreaterThan(7.7);
      }
    }
  });
});

test('the formulas give the figures they are known by', () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21, 9);
  const white = [1, 1, 1];
  const mood = [0x15 / 255, 0x46 / 255, 0xa7 / 255];
  expect(contrast(mood, white)).toBeCloseTo(8.5, 1);
  expect(okLab([1, 1, 1])[0]).toBeCloseTo(1, 4);
});
