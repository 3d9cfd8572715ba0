import type { JournalDocument } from '../../../../shared/document/schema';
import { shippedTemplates } from '../../../../shared/templates/shippedTemplates';
import { useTemplates } from '../../../bridge/templateQueries';

/** What an entry from this template begins with; null for none, or for one that is gone, `looking` until it is known. */
export function useTemplateDocument(id: string | null): JournalDocument | 'looking' | null {
  const own = useTemplates();
  if (id === null) return null;
  const shipped = shippedTemplates.find((template) => template.id === id);
  if (shipped !== undefined) return shipped.document;
  if (own.isPending) return 'looking';
  return own.data?.templates.find((template) => template.id === id)?.document ?? null;
}
