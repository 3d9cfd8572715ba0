import { assert } from '../../../shared/assert';
import type { ChosenStep, OwnStep, StepTaken } from '../../../shared/domain/step';
import type { StepId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import { shippedStep, usualStep } from '../../../shared/steps/stepLibrary';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { prepareStepReads, prepareStepWrites } from './stepQueries';

export interface Steps {
  readonly answers: Journal['steps'];
  /** Oldest first. */
  readonly own: () => readonly OwnStep[];
  readonly chosen: () => ChosenStep | null;
  /** Oldest first. */
  readonly taken: () => readonly StepTaken[];
}

const mostTaken = 100;

/** The ladder of small first steps: the person's own, the one they picked, and those they took. Nothing of it is ever due. */
export function createSteps({ db, clock, now, momentAt }: JournalContext): Steps {
  const reads = prepareStepReads(db);
  const writes = prepareStepWrites(db);

  /** Null: it has gone, or is of a later version. */
  const textOf = (id: StepId): string | null =>
    shippedStep(id)?.text ?? reads.ownById.get({ id })?.text ?? null;

  const chosen = (): ChosenStep | null => reads.chosen.get({}) ?? null;

  /** A step that was picked before somebody was hurt waits until they are well; one picked since then is their own choice. */
  const offered = (): StepId => {
    const picked = chosen();
    const healingSince = reads.healingSince.get({ day: now().day });
    const isStanding =
      picked !== null &&
      textOf(picked.stepId) !== null &&
      (healingSince === undefined || momentAt(picked.chosenAt).day >= healingSince);
    if (isStanding) return picked.stepId;
    return usualStep(healingSince === undefined ? 'ordinary' : 'healing');
  };

  return {
    answers: {
      read: () =>
        ok({
          own: reads.own.all({}),
          chosen: chosen(),
          offered: offered(),
          taken: reads.latestTaken.all({ limit: mostTaken }),
        }),
      saveOwn: ({ id, text }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const at = clock.now();
            writes.saveOwn.run({ id, text, createdAt: at, updatedAt: at });
            const saved = reads.ownById.get({ id });
            assert(saved !== undefined, 'a written step is there');
            return ok(saved);
          }),
        ),
      removeOwn: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () =>
            writes.removeOwn.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null),
          ),
        ),
      choose: ({ stepId }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            if (stepId === null) writes.chooseNone.run({});
            else if (textOf(stepId) === null) return err({ type: 'NotFound' as const });
            else writes.choose.run({ stepId, chosenAt: clock.now() });
            return ok(null);
          }),
        ),
      note: ({ id, stepId }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const text = textOf(stepId);
            if (text === null) return err({ type: 'NotFound' as const });
            writes.note.run({ id, stepId, text, ...now() });
            const noted = reads.takenById.get({ id });
            assert(noted !== undefined, 'a noted step is there');
            return ok(noted);
          }),
        ),
      takeBack: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () =>
            writes.takeBack.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null),
          ),
        ),
      insertOwn: (step) => {
        transaction(db, () => {
          writes.saveOwn.run(step);
          return ok(null);
        });
      },
      insertChosen: (step) => {
        transaction(db, () => {
          writes.choose.run(step);
          return ok(null);
        });
      },
      insertTaken: (step) => {
        transaction(db, () => {
          writes.note.run(step);
          return ok(null);
        });
      },
    },
    own: () => reads.own.all({}),
    chosen,
    taken: () => reads.allTaken.all({}),
  };
}
