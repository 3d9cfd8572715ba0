/** What the core takes from the world outside; tests hand in fakes. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** IANA name of the zone the person is in, such as "Europe/Paris". */
  zone(): string;
}

/** `length` cryptographically strong random bytes. */
export type RandomBytes = (length: number) => Uint8Array;
