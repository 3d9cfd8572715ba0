import english from '../../../content/templates/en.json';
import { markdownToDocument } from '../document/markdown';
import type { JournalDocument } from '../document/schema';
import { shippedTemplatesSchema } from '../domain/template';

export interface ShippedTemplate {
  /** A slug; own templates have UUIDs. */
  readonly id: string;
  readonly name: string;
  readonly document: JournalDocument;
}

/** Every template that ships with Footnote, in the order of the list. */
export const shippedTemplates: readonly ShippedTemplate[] = shippedTemplatesSchema
  .parse(english)
  .templates.map(({ id, name, markdown }) => ({ id, name, document: markdownToDocument(markdown) }));
