/** Half of a login slot, as the safe place of this computer gave it. */
interface LoginKey {
  /** 32 bytes. Whoever takes them zeroes them. */
  readonly key: Uint8Array;
  readonly backend: string;
}

/** Between main's message and the one call it is for. */
export interface LoginKeyHolder {
  readonly put: (key: LoginKey) => void;
  /** Null when main gave none. It is gone afterwards. */
  readonly take: () => LoginKey | null;
  readonly wipe: () => void;
}

export function createLoginKeyHolder(): LoginKeyHolder {
  let held: LoginKey | null = null;
  const wipe = (): void => {
    held?.key.fill(0);
    held = null;
  };
  return {
    put: (key) => {
      wipe();
      held = key;
    },
    take: () => {
      const taken = held;
      held = null;
      return taken;
    },
    wipe,
  };
}
