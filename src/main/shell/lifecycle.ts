import { app } from 'electron';
import type { Pickers } from './dialogs';
import type { KeeperHost } from './keeperProcess';
import type { Lock } from './lock';
import type { Stage } from './window';

export interface LifecycleParts {
  readonly stage: Stage;
  readonly keeper: KeeperHost;
  readonly lock: Lock;
  readonly pickers: Pick<Pickers, 'leaveWithoutSaving'>;
  readonly openDoor: (keeperEnded: Promise<void>) => Promise<unknown>;
}

export interface Lifecycle {
  readonly closeWindow: () => void;
  readonly recoverFromCrash: () => void;
  /** Somebody wants to quit, and what is under way is awaited. */
  readonly isLeaving: () => boolean;
}

/** When the app locks, and how it ends: never before everything that could be saved is saved. */
export function startLifecycle({ stage, keeper, lock, pickers, openDoor }: LifecycleParts): Lifecycle {
  let leaving: 'no' | 'asking' | 'yes' = 'no';

  async function letGo(): Promise<'gone' | 'stays'> {
    const outcome = await lock.prepareToLeave();
    if (outcome !== 'locked' && (await pickers.leaveWithoutSaving()) === 'stay') return 'stays';
    await keeper.end();
    stage.leave();
    return 'gone';
  }

  async function closeOnMac(): Promise<void> {
    const wasUnlocked = keeper.state() === 'unlocked';
    if ((await letGo()) === 'gone' && wasUnlocked) await openDoor(Promise.resolve());
  }

  async function leave(): Promise<void> {
    if (leaving !== 'no') return;
    leaving = 'asking';
    leaving = (await letGo()) === 'gone' ? 'yes' : 'no';
    if (leaving === 'yes') app.quit();
  }

  app.on('before-quit', (event) => {
    if (leaving === 'yes') return;
    event.preventDefault();
    void leave();
  });
  // Without a listener Electron quits on its own, also on macOS, where the app stays.
  app.on('window-all-closed', () => undefined);
  app.on('activate', () => void stage.show());
  app.on('second-instance', () => void stage.show());

  return {
    isLeaving: () => leaving !== 'no',
    closeWindow: () => {
      // There the app stays without a window; what was typed into it does not.
      if (process.platform === 'darwin') void closeOnMac();
      else app.quit();
    },
    recoverFromCrash: () => {
      // A page that crashes at the door would begin anew for ever.
      if (keeper.target() === undefined) void stage.replace();
      else void openDoor(keeper.end());
    },
  };
}
