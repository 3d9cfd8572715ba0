import { describe, expect, it } from 'vitest';
import { codeToGroups, tidyGroup, wrongGroups } from '../../../src/renderer/features/recovery/codeGroups';

const code = 'RC4EK-5VFVA-BZRZD-ZKB9W-P64H0-A3EC';
const kit = { code, asked: [1, 4] as const };

describe('groups typed back', () => {
  it('are right in small letters, with spaces, dashes and letters that look like figures', () => {
    expect(wrongGroups(kit, ['5vfva', 'p64ho'])).toEqual([]);
    expect(wrongGroups(kit, [' 5VF-VA', 'P6 4H0 '])).toEqual([]);
    expect(tidyGroup('l0oI')).toBe('1001');
  });

  it('are named when they are not as on the kit, counted like the ones that were asked for', () => {
    expect(wrongGroups(kit, ['5VFVB', 'P64H0'])).toEqual([1]);
    expect(wrongGroups(kit, ['5VFVA', 'P64H1'])).toEqual([4]);
    expect(wrongGroups(kit, ['', ''])).toEqual([1, 4]);
  });

  it('are wrong in each other’s place', () => {
    expect(wrongGroups(kit, ['P64H0', '5VFVA'])).toEqual([1, 4]);
  });

  it('are six', () => {
    expect(codeToGroups(code)).toHaveLength(6);
  });
});
