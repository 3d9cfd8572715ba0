import type { ChosenStep, OwnStep, StepTaken } from '../../../shared/domain/step';
import type { StepId, StepTakenId } from '../../../shared/id';
import type { CivilDay } from '../../../shared/time';
import {
  prepareColumn,
  prepareRead,
  prepareWrite,
  type ReadableDb,
  type WritableDb,
} from '../database/handles';
import { momentColumns } from '../entries/entryQueries';

type NoParameters = Readonly<Record<string, never>>;

const ownColumns = 'id, text, created_at AS createdAt, updated_at AS updatedAt';
const takenColumns = `id, step_id AS stepId, text, ${momentColumns}`;

export function prepareStepReads(db: ReadableDb) {
  return {
    own: prepareRead<NoParameters, OwnStep>(db, `SELECT ${ownColumns} FROM own_steps ORDER BY id`),
    ownById: prepareRead<{ readonly id: StepId }, OwnStep>(
      db,
      `SELECT ${ownColumns} FROM own_steps WHERE id = @id`,
    ),
    chosen: prepareRead<NoParameters, ChosenStep>(
      db,
      'SELECT step_id AS stepId, chosen_at AS chosenAt FROM chosen_step WHERE only_row = 1',
    ),
    takenById: prepareRead<{ readonly id: StepTakenId }, StepTaken>(
      db,
      `SELECT ${takenColumns} FROM steps_taken WHERE id = @id`,
    ),
    latestTaken: prepareRead<{ readonly limit: number }, StepTaken>(
      db,
      `SELECT ${takenColumns} FROM steps_taken ORDER BY day DESC, at DESC, id DESC LIMIT @limit`,
    ),
    allTaken: prepareRead<NoParameters, StepTaken>(
      db,
      `SELECT ${takenColumns} FROM steps_taken ORDER BY at, id`,
    ),
    /** First day of the span of injury or illness that `day` lies in; the latest of several. */
    healingSince: prepareColumn<{ readonly day: CivilDay }, CivilDay>(
      db,
      `SELECT first_day FROM spans
       WHERE kind IN ('injury', 'illness') AND first_day <= @day AND (last_day IS NULL OR last_day >= @day)
       ORDER BY first_day DESC LIMIT 1`,
    ),
  };
}

export function prepareStepWrites(db: WritableDb) {
  return {
    saveOwn: prepareWrite<{ readonly [Cell in keyof OwnStep]: OwnStep[Cell] }>(
      db,
      `INSERT INTO own_steps (id, text, created_at, updated_at) VALUES (@id, @text, @createdAt, @updatedAt)
       ON CONFLICT (id) DO UPDATE SET text = @text, updated_at = @updatedAt`,
    ),
    removeOwn: prepareWrite<{ readonly id: StepId }>(db, 'DELETE FROM own_steps WHERE id = @id'),
    choose: prepareWrite<{ readonly stepId: StepId; readonly chosenAt: number }>(
      db,
      `INSERT INTO chosen_step (only_row, step_id, chosen_at) VALUES (1, @stepId, @chosenAt)
       ON CONFLICT (only_row) DO UPDATE SET step_id = @stepId, chosen_at = @chosenAt`,
    ),
    chooseNone: prepareWrite<NoParameters>(db, 'DELETE FROM chosen_step'),
    note: prepareWrite<{ readonly [Cell in keyof StepTaken]: StepTaken[Cell] }>(
      db,
      `INSERT INTO steps_taken (id, step_id, text, at, zone, offset_minutes, day)
       VALUES (@id, @stepId, @text, @at, @zone, @offsetMinutes, @day) ON CONFLICT (id) DO NOTHING`,
    ),
    takeBack: prepareWrite<{ readonly id: StepTakenId }>(db, 'DELETE FROM steps_taken WHERE id = @id'),
  };
}
