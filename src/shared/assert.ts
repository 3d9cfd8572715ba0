/** For things that cannot happen unless we made a mistake. The message must hold no user text. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}

export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${typeof value}`);
}
