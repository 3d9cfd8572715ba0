import { beforeEach, describe, expect, it } from 'vitest';
import { createQuickEntry } from '../../../src/main/shell/quickEntry';
import { defaultQuick, type Quick } from '../../../src/shared/domain/settings';

let choice: Quick;
let isUnlocked: boolean;
let held: string[];
let takenByOthers: readonly string[];
let tray: string;
let opened: number;
let press: (() => void) | undefined;

beforeEach(() => {
  choice = defaultQuick;
  isUnlocked = false;
  held = [];
  takenByOthers = [];
  tray = 'none';
  opened = 0;
  press = undefined;
});

const quickEntry = () =>
  createQuickEntry({
    register: (keys, wanted) => {
      if (takenByOthers.includes(keys)) return false;
      held.push(keys);
      press = wanted;
      return true;
    },
    unregister: (keys) => {
      held = held.filter((each) => each !== keys);
    },
    isUnlocked: () => isUnlocked,
    open: () => {
      opened += 1;
    },
    showTray: (state) => {
      tray = state;
    },
    choice: () => choice,
  });

describe('quick entry', () => {
  it('holds no keys until somebody chooses some', () => {
    isUnlocked = true;
    expect(quickEntry().settle()).toBe('off');
    expect([held, tray]).toEqual([[], 'none']);
  });

  it('holds its keys for as long as a journal is open', () => {
    choice = { keys: 'CommandOrControl+Alt+J', tray: 'on' };
    const quick = quickEntry();
    expect(quick.settle()).toBe('off');
    expect([held, tray]).toEqual([[], 'locked']);
    isUnlocked = true;
    expect([quick.settle(), quick.settle()]).toEqual(['on', 'on']);
    expect([held, tray]).toEqual([['CommandOrControl+Alt+J'], 'unlocked']);
    press?.();
    expect(opened).toBe(1);
    isUnlocked = false;
    quick.settle();
    expect([held, tray]).toEqual([[], 'locked']);
  });

  it('lets go of the keys before it takes others', () => {
    isUnlocked = true;
    choice = { keys: 'CommandOrControl+Alt+J', tray: 'off' };
    const quick = quickEntry();
    quick.settle();
    choice = { keys: 'CommandOrControl+Alt+N', tray: 'off' };
    expect(quick.settle()).toBe('on');
    expect(held).toEqual(['CommandOrControl+Alt+N']);
  });

  it('says when another program has the keys, and takes them when they are free', () => {
    isUnlocked = true;
    choice = { keys: 'CommandOrControl+Alt+J', tray: 'off' };
    takenByOthers = ['CommandOrControl+Alt+J'];
    const quick = quickEntry();
    expect(quick.settle()).toBe('taken');
    takenByOthers = [];
    expect(quick.settle()).toBe('on');
  });
});
