import { dueReminder, type Reminders } from '../../shared/domain/reminder';
import type { Clock } from '../../shared/ports';

export interface ReminderParts {
  readonly clock: Clock;
  readonly choice: () => Reminders;
  /** Whoever has the window before them needs no notice of it. */
  readonly isInFront: () => boolean;
  /** One neutral sentence, the same whether a journal is open or not. */
  readonly show: () => void;
  /** Calls again and again until what it gives back is called. */
  readonly repeat: (look: () => void) => () => void;
}

export interface ReminderWatch {
  /** After the start and after another choice. */
  readonly settle: () => void;
  /** At once, as after the computer slept: its timers slept too. */
  readonly look: () => void;
}

/**
 * Looks at the clock twice a minute while reminders are on, and not at all while they are off. A clock that is looked at
 * again knows of sleep, of another zone and of summer time; a timer set for six o'clock knows of none.
 */
export function createReminderWatch(parts: ReminderParts): ReminderWatch {
  let stop: (() => void) | null = null;
  let looked = parts.clock.now();
  let latestWall: string | null = null;

  const look = (): void => {
    const now = parts.clock.now();
    const due = dueReminder(parts.choice(), { since: looked, now, zone: parts.clock.zone() });
    looked = now;
    // The same time of the same date comes round again for a traveller and for a clock that was set back.
    if (due === null || (latestWall !== null && due.wall <= latestWall)) return;
    latestWall = due.wall;
    if (!parts.isInFront()) parts.show();
  };

  return {
    settle: () => {
      const isOn = parts.choice().state === 'on';
      // What lies before the choice was not chosen.
      looked = parts.clock.now();
      if (isOn && stop === null) stop = parts.repeat(look);
      if (isOn || stop === null) return;
      stop();
      stop = null;
    },
    look,
  };
}
