import { assert } from '../../../shared/assert';
import {
  movementKinds,
  movementKindSchema,
  ownKindSchema,
  type KindChoice,
  type MovementKind,
  type OwnKind,
} from '../../../shared/domain/movementKind';
import type { OwnKindId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import { prepareColumn, prepareRead, prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';

interface ChoiceRow {
  readonly kind: string;
  readonly place: number;
  readonly isShown: 0 | 1;
}
type OwnKindRow = { readonly [Column in keyof OwnKind]: OwnKind[Column] };
type NoParameters = Readonly<Record<string, never>>;

export interface Kinds {
  readonly answers: Journal['kinds'];
  /** By the time they were made. */
  readonly own: () => readonly OwnKind[];
  /** Every kind, in the person's order. */
  readonly choices: () => readonly KindChoice[];
}

/** Kinds of movement: the offered ones and the person's own, in their order. */
export function createKinds({ db, clock }: Pick<JournalContext, 'db' | 'clock'>): Kinds {
  const ownRows = prepareRead<NoParameters, OwnKindRow>(
    db,
    `SELECT id, name, icon, family, created_at AS createdAt, updated_at AS updatedAt
     FROM own_kinds ORDER BY created_at, id`,
  );
  const choiceRows = prepareRead<NoParameters, ChoiceRow>(
    db,
    'SELECT kind, place, is_shown AS isShown FROM kind_choices ORDER BY place, kind',
  );
  const put = prepareWrite<OwnKindRow>(
    db,
    `INSERT INTO own_kinds (id, name, icon, family, created_at, updated_at)
     VALUES (@id, @name, @icon, @family, @createdAt, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET name = @name, icon = @icon, family = @family, updated_at = @updatedAt`,
  );
  const forget = prepareWrite<{ readonly id: OwnKindId }>(db, 'DELETE FROM own_kinds WHERE id = @id');
  const putChoice = prepareWrite<{ readonly [Column in keyof ChoiceRow]: ChoiceRow[Column] }>(
    db,
    `INSERT INTO kind_choices (kind, place, is_shown) VALUES (@kind, @place, @isShown)
     ON CONFLICT (kind) DO UPDATE SET place = @place, is_shown = @isShown`,
  );
  const clearChoice = prepareWrite<{ readonly kind: string }>(
    db,
    'DELETE FROM kind_choices WHERE kind = @kind',
  );
  const uses = prepareColumn<{ readonly kind: string }, number>(
    db,
    `SELECT (SELECT count(*) FROM movement_sessions WHERE kind = @kind) + (SELECT count(*) FROM outing WHERE kind = @kind)`,
  );

  const own = (): readonly OwnKind[] => ownRows.all({}).map((row) => ownKindSchema.parse(row));

  const choices = (): readonly KindChoice[] => {
    const known: readonly MovementKind[] = [...movementKinds, ...own().map(({ id }) => id)];
    const arranged = choiceRows.all({}).flatMap(({ kind, isShown }): readonly KindChoice[] => {
      const parsed = movementKindSchema.safeParse(kind);
      return parsed.success && known.includes(parsed.data)
        ? [{ kind: parsed.data, isShown: isShown === 1 }]
        : [];
    });
    const placed = new Set(arranged.map(({ kind }) => kind));
    const others = known.filter((kind) => !placed.has(kind)).map((kind) => ({ kind, isShown: true }));
    return [...arranged, ...others];
  };

  /** One that moves from somewhere else never leaves two in one place: all rows are written. */
  const arrange = (wanted: readonly KindChoice[]): void => {
    const given = new Set(wanted.map(({ kind }) => kind));
    const all = [...wanted, ...choices().filter(({ kind }) => !given.has(kind))];
    for (const [place, { kind, isShown }] of all.entries()) {
      putChoice.run({ kind, place, isShown: isShown ? 1 : 0 });
    }
  };

  return {
    answers: {
      list: () => ok({ choices: choices(), own: own() }),
      save: (draft) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const now = clock.now();
            put.run({ ...draft, createdAt: now, updatedAt: now });
            const kind = own().find(({ id }) => id === draft.id);
            assert(kind !== undefined, 'a written kind is there');
            return ok(kind);
          }),
        ),
      arrange: ({ choices: wanted }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            arrange(wanted);
            return ok(null);
          }),
        ),
      remove: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            if (!own().some((kind) => kind.id === id)) return err({ type: 'NotFound' as const });
            if ((uses.get({ kind: id }) ?? 0) > 0) {
              arrange(
                choices().map(({ kind, isShown }) => ({ kind, isShown: kind === id ? false : isShown })),
              );
              return ok({ became: 'hidden' as const });
            }
            forget.run({ id });
            clearChoice.run({ kind: id });
            return ok({ became: 'removed' as const });
          }),
        ),
      insert: (kind) => {
        transaction(db, () => ok(put.run(kind)));
      },
    },
    own,
    choices,
  };
}
