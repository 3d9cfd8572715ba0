import type { FitValues } from './fitBytes';

/** When the first and the last point of a track were, and how far it had come by then. Where they were is not read. */
export interface FitPoints {
  readonly hear: (values: FitValues) => void;
  /** The session that they are all that is left of; none where no time passed between them. */
  readonly toSession: (sport: FitValues | undefined) => readonly FitValues[];
}

export function createFitPoints(): FitPoints {
  let first: number | undefined;
  let last = 0;
  let distance = 0;
  return {
    hear: (values) => {
      const [at, way] = [values.get(253), values.get(5)];
      if (typeof at !== 'number') return;
      first = Math.min(first ?? at, at);
      last = Math.max(last, at);
      if (typeof way === 'number') distance = Math.max(distance, way);
    },
    toSession: (sport) => {
      if (first === undefined || last <= first) return [];
      const session = new Map<number, number | string>([
        [2, first],
        [7, (last - first) * 1000],
        [9, distance],
      ]);
      for (const [ofSession, ofSport] of [
        [5, 0],
        [6, 1],
        [110, 3],
      ] as const) {
        const value = sport?.get(ofSport);
        if (value !== undefined) session.set(ofSession, value);
      }
      return [session];
    },
  };
}
