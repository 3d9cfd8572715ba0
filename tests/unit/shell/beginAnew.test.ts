import { describe, expect, it } from 'vitest';
import { beginAnew } from '../../../src/main/shell/beginAnew';

type Relaunch = { readonly execPath?: string; readonly args?: readonly string[] };

function begin(argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const happened: (Relaunch | number)[] = [];
  const app = {
    relaunch: (how?: Relaunch) => void happened.push(how ?? {}),
    exit: (code?: number) => void happened.push(code ?? -1),
  };
  void beginAnew(app, { argv, env }, 'none');
  return happened;
}

describe('the app that begins anew', () => {
  it('is started with the same arguments and the place of its window, and this one ends', () => {
    expect(begin(['/usr/bin/footnote', '/app', '--user-data-dir=/p'])).toEqual([
      { args: ['/app', '--user-data-dir=/p', '--footnote-window=none'] },
      0,
    ]);
  });

  it('is told the newest place alone, however often it began', () => {
    expect(begin(['/f', '--footnote-window=1,2,3,4,normal,front'])).toEqual([
      { args: ['--footnote-window=none'] },
      0,
    ]);
  });

  it('is started by its one file where it is in one', () => {
    expect(begin(['/tmp/.mount/footnote'], { APPIMAGE: '/home/ada/Footnote.AppImage' })[0]).toMatchObject({
      execPath: '/home/ada/Footnote.AppImage',
    });
  });
});
