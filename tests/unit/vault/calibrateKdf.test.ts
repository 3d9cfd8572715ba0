import { describe, expect, it } from 'vitest';
import { calibrateKdf } from '../../../src/main/vault/calibrateKdf';
import { defaultKdfCost, isKdfCostAllowed, type KdfCost } from '../../../src/main/vault/keyDerivation';

const gibibyte = 2 ** 30;

/** A computer that takes so long for 128 MiB, and how often it was asked. */
function computer(milliseconds: number, memory: number) {
  const asked: KdfCost[] = [];
  const measure = async (cost: KdfCost) => {
    asked.push(cost);
    return milliseconds * (cost.m / defaultKdfCost.m);
  };
  return { measuring: { measure, memory }, asked };
}

describe('the cost of a new passphrase', () => {
  it.each([
    ['a quick computer with much memory', 100, 64, 524_288],
    ['one for which the next step is just right', 250, 64, 524_288],
    ['one for which it is just too slow', 251, 64, 262_144],
    ['a slow one', 900, 64, 131_072],
    ['a very slow one', 9000, 64, 131_072],
    ['a quick one with four gibibytes', 10, 4, 524_288],
    ['a quick one with one gibibyte', 10, 1, 262_144],
    ['a quick one with hardly any memory', 10, 0.25, 131_072],
  ])(
    'on %s stays at about a second and a quarter of the memory',
    async (_, milliseconds, memory, expected) => {
      const { measuring, asked } = computer(milliseconds, memory * gibibyte);
      const cost = await calibrateKdf(measuring);
      expect(cost).toEqual({ m: expected, t: 3, p: 1 });
      expect(isKdfCostAllowed(cost)).toBe(true);
      expect(asked).toEqual([defaultKdfCost]);
    },
  );

  it('is never below 128 MiB and three passes', () => {
    expect(defaultKdfCost.m).toBeGreaterThanOrEqual(131_072);
    expect(defaultKdfCost.t).toBeGreaterThanOrEqual(3);
  });

  it('is measured on this computer when nobody says otherwise', async () => {
    const cost = await calibrateKdf();
    expect([131_072, 262_144, 524_288]).toContain(cost.m);
  });
});
