import { message } from '../../i18n/i18n';
import { useUnsavedPages } from '../../session/unsavedPages';

/** Words whose keeper went away before they were saved: they wait in this window, and for which journal. */
export function WaitingWords() {
  const pages = useUnsavedPages((unsaved) => unsaved.pages);
  const names = [...new Set([...pages.values()].flatMap(({ journal }) => (journal ? [journal.name] : [])))];
  if (names.length === 0) return null;
  return (
    <div role="status">
      {names.map((name) => (
        <p key={name}>{message('unlock.waitingWords', { name })}</p>
      ))}
    </div>
  );
}
