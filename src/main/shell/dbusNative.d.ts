import type { Duplex } from 'node:stream';

/** What we use of it beside its own types, which know the system bus alone. */
declare module '@homebridge/dbus-native' {
  export interface BusMessage {
    readonly interface?: string;
    readonly member?: string;
    readonly body?: readonly unknown[];
  }

  export interface Bus {
    readonly connection: {
      on(event: 'error', listener: () => void): unknown;
      on(event: 'message', listener: (message: BusMessage) => void): unknown;
    };
    readonly addMatch: (rule: string, answered: () => void) => void;
  }

  /** Greets the bus at the other end of `stream`, over which nothing was sent yet. */
  export function createClient(options: {
    readonly stream: Duplex;
    readonly authMethods: readonly string[];
  }): Bus;
}
