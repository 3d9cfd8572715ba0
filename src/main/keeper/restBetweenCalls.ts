/** How long nobody must have asked for anything. */
const quietMs = 600;
/** Between two steps, so that whoever asks in the middle waits for one of them at most. */
const pauseMs = 15;

export interface Rest {
  /** Somebody asks for something. */
  readonly disturb: () => void;
  readonly end: () => void;
}

/** Does work a step at a time while nobody waits for an answer. */
export function createRest(step: () => 'more' | 'done'): Rest {
  let timer: NodeJS.Timeout | undefined;
  const after = (milliseconds: number): void => {
    timer = setTimeout(() => {
      if (step() === 'more') after(pauseMs);
    }, milliseconds).unref();
  };
  return {
    disturb: () => {
      clearTimeout(timer);
      after(quietMs);
    },
    end: () => clearTimeout(timer),
  };
}
