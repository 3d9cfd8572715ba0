interface PolicyMaker {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => unknown };
}

/**
 * Starts workers from one address. Under trusted types that is a guarded act; `policy` is one of the names the page's
 * Content-Security-Policy allows, and each can be taken once.
 */
export function trustedWorker(address: string, policy: string): (name: string) => Worker {
  let trusted: string | undefined;
  return (name) => {
    const types: PolicyMaker | undefined = Reflect.get(globalThis, 'trustedTypes');
    // The policy's answer is what a worker takes in place of a string.
    trusted ??= types
      ? (types.createPolicy(policy, { createScriptURL: () => address }).createScriptURL('') as string)
      : address;
    return new Worker(trusted, { type: 'module', name });
  };
}
