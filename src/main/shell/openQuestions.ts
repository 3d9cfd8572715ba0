/** Windows of the system that are open because of us: losing the focus to one of them is not going away. */
export interface OpenQuestions {
  readonly isAny: () => boolean;
  readonly during: <Value>(ask: () => Promise<Value>) => Promise<Value>;
}

export function createOpenQuestions(): OpenQuestions {
  let open = 0;
  return {
    isAny: () => open > 0,
    during: async (ask) => {
      open += 1;
      try {
        return await ask();
      } finally {
        open -= 1;
      }
    },
  };
}
