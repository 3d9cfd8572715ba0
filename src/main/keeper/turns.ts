/** Who may use the journal: everybody, or one call that asked to have it for itself. */
export interface Turns {
  /** Does `work` when nobody has the journal for himself. */
  readonly take: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** From within `take`: does `work` once every other call is answered; what is asked meanwhile waits for its end. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>;
}

export function createTurns(): Turns {
  let using = 0;
  let isTaken = false;
  let waiting: (() => void)[] = [];

  /** `claim` answers whether it got what it wants, and has it from that moment. */
  const until = async (claim: () => boolean): Promise<void> => {
    while (!claim()) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const claimTurn = (): boolean => {
    if (isTaken) return false;
    using += 1;
    return true;
  };
  const claimAll = (): boolean => {
    if (isTaken || using > 0) return false;
    using = 1;
    isTaken = true;
    return true;
  };
  const tellAll = (): void => {
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  };

  return {
    take: async (work) => {
      await until(claimTurn);
      try {
        return await work();
      } finally {
        using -= 1;
        tellAll();
      }
    },
    alone: async (work) => {
      // Whoever waits to be alone uses nothing; two that do would wait for each other.
      using -= 1;
      tellAll();
      await until(claimAll);
      try {
        return await work();
      } finally {
        isTaken = false;
        tellAll();
      }
    },
  };
}
