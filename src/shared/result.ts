/** An expected outcome as a value. A bug is a throw; everything a person can run into is a `Failure` with a `type`. */
export type Result<Value, Failure extends { readonly type: string }> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const err = <Failure extends { readonly type: string }>(
  error: Failure,
): { readonly ok: false; readonly error: Failure } => ({ ok: false, error });
