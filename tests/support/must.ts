import type { Result } from '../../src/shared/result';

/** The value of something that has to work for the test to go on. */
export function must<Value>(outcome: Result<Value, { readonly type: string }>): Value {
  if (!outcome.ok) throw new Error(outcome.error.type);
  return outcome.value;
}
