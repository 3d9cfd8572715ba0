import { describe, expect, it } from 'vitest';
import { startClean } from '../../../src/main/shell/startClean';

/** What the app was told to do, and the environment it leaves for the next start. */
function start(args: readonly string[], env: NodeJS.ProcessEnv = {}, isPackaged = true) {
  const told: unknown[] = [];
  const startsOver = startClean(
    {
      isPackaged,
      relaunch: (options) => told.push(options?.args),
      exit: (code) => told.push(code),
    },
    { argv: ['/opt/footnote/footnote', ...args], env },
  );
  return { startsOver, told, env };
}

describe('a packaged app', () => {
  it('starts when it is given no orders, or a profile', () => {
    expect(start([])).toMatchObject({ startsOver: false, told: [] });
    expect(start(['--user-data-dir=/home/ada/b', 'a file'])).toMatchObject({ startsOver: false, told: [] });
  });

  it.each([
    '--js-flags=--prof',
    '-js-flags=--prof',
    '--enable-logging',
    '--enable-logging=file',
    '--log-file=/tmp/x',
  ])('starts over without %s', (order) => {
    expect(start([order, '--user-data-dir=/home/ada/b'])).toMatchObject({
      startsOver: true,
      told: [['--user-data-dir=/home/ada/b'], 0],
    });
  });

  it('starts over without variables that the runtime obeys', () => {
    const { startsOver, told, env } = start([], { ELECTRON_ENABLE_LOGGING: '1', HOME: '/home/ada' });
    expect(startsOver).toBe(true);
    expect(told).toEqual([[], 0]);
    expect(env).toEqual({ HOME: '/home/ada', FOOTNOTE_STARTED_CLEAN: '1' });
    expect(start([], env)).toEqual({ startsOver: false, told: [], env: { HOME: '/home/ada' } });
  });

  it('gives up when they come back, instead of starting over for ever', () => {
    expect(start(['--js-flags=--prof'], { FOOTNOTE_STARTED_CLEAN: '1' })).toMatchObject({
      startsOver: true,
      told: [1],
    });
  });
});

it('a checkout takes what it is given', () => {
  expect(start(['--js-flags=--prof'], { NODE_OPTIONS: '--max-old-space-size=99' }, false)).toMatchObject({
    startsOver: false,
    told: [],
  });
});
