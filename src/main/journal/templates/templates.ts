import { assert } from '../../../shared/assert';
import { documentVersion } from '../../../shared/document/schema';
import { documentToPlainText } from '../../../shared/document/plainText';
import { entryTextLimit } from '../../../shared/domain/entry';
import type { Template } from '../../../shared/domain/template';
import type { TemplateId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import { prepareRead, prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import { documentToText, textToDocument } from '../entries/storedDocument';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';

type TemplateRow = Omit<Template, 'document'> & { readonly document: string };

const rowToTemplate = ({ document, ...row }: TemplateRow): Template => ({
  ...row,
  document: textToDocument(document),
});

const columns = 'id, name, document, created_at AS createdAt, updated_at AS updatedAt';

export interface Templates {
  readonly answers: Journal['templates'];
  /** By name. */
  readonly all: () => readonly Template[];
}

/** What the person begins entries from. */
export function createTemplates({ db, clock }: Pick<JournalContext, 'db' | 'clock'>): Templates {
  const reads = {
    all: prepareRead<Readonly<Record<string, never>>, TemplateRow>(
      db,
      `SELECT ${columns} FROM templates ORDER BY name COLLATE NOCASE, id`,
    ),
    byId: prepareRead<{ readonly id: TemplateId }, TemplateRow>(
      db,
      `SELECT ${columns} FROM templates WHERE id = @id`,
    ),
  };
  const writes = {
    save: prepareWrite<
      {
        readonly [Column in keyof TemplateRow]: TemplateRow[Column];
      } & { readonly documentVersion: number }
    >(
      db,
      `INSERT INTO templates (id, name, document_version, document, created_at, updated_at)
       VALUES (@id, @name, @documentVersion, @document, @createdAt, @updatedAt)
       ON CONFLICT (id) DO UPDATE SET name = @name, document_version = @documentVersion, document = @document,
         updated_at = @updatedAt`,
    ),
    remove: prepareWrite<{ readonly id: TemplateId }>(db, 'DELETE FROM templates WHERE id = @id'),
  };
  const all = (): readonly Template[] => reads.all.all({}).map(rowToTemplate);
  const write = ({ document, ...template }: Template): void => {
    writes.save.run({ ...template, document: documentToText(document), documentVersion });
  };

  return {
    answers: {
      list: () => ok({ templates: all() }),
      save: (draft) => {
        if (documentToPlainText(draft.document).length > entryTextLimit) return err({ type: 'TextTooLong' });
        return withStorageFailures(() =>
          transaction(db, () => {
            const now = clock.now();
            write({ ...draft, createdAt: now, updatedAt: now });
            const row = reads.byId.get({ id: draft.id });
            assert(row !== undefined, 'a written template is there');
            return ok(rowToTemplate(row));
          }),
        );
      },
      remove: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () =>
            writes.remove.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null),
          ),
        ),
      insert: (template) => {
        transaction(db, () => {
          write(template);
          return ok(null);
        });
      },
    },
    all,
  };
}
