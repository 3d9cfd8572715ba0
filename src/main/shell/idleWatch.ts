export interface IdleParts {
  /** Milliseconds without a key or a movement; null never. Asked at every look. */
  readonly lockAfter: () => number | null;
  /** Seconds since the last input anywhere on this computer, as far as the system knows. */
  readonly systemIdle: () => number;
  /** Milliseconds; two clocks, because one jumps when it is set and the other stands still while the computer sleeps. */
  readonly wallClock: () => number;
  readonly steadyClock: () => number;
}

export interface IdleWatch {
  /** To be called every few seconds; true once at the end of each time nobody was there for long enough. */
  readonly hasBecomeIdle: () => boolean;
  /** A key, a click or a movement in our own window. */
  readonly noteInput: () => void;
}

/**
 * The system's number counts work in other programs too, but some (Wayland without the protocol for it) never let it move.
 * Until it has moved, input in our own window is all there is to go by.
 */
export function createIdleWatch(parts: IdleParts): IdleWatch {
  let firstSystemIdle: number | undefined;
  let systemMoves = false;
  let ownIdle = 0;
  let wall = parts.wallClock();
  let steady = parts.steadyClock();
  let wasIdle = false;

  function passTime(): void {
    const nextWall = parts.wallClock();
    const nextSteady = parts.steadyClock();
    ownIdle += Math.max(nextWall - wall, nextSteady - steady, 0);
    wall = nextWall;
    steady = nextSteady;
  }

  return {
    hasBecomeIdle: () => {
      passTime();
      const systemIdle = parts.systemIdle();
      firstSystemIdle ??= systemIdle;
      if (systemIdle !== firstSystemIdle) systemMoves = true;
      const limit = parts.lockAfter();
      // Input of our own may be unknown to the system: a remote desktop, an aid for people who cannot use a keyboard.
      const idle = systemMoves ? Math.min(ownIdle, systemIdle * 1_000) : ownIdle;
      const isIdle = limit !== null && idle >= limit;
      const became = isIdle && !wasIdle;
      wasIdle = isIdle;
      return became;
    },
    noteInput: () => {
      passTime();
      ownIdle = 0;
      wasIdle = false;
    },
  };
}
