import { useEffect, useRef, useState } from 'react';
import type { EntryId } from '../../../shared/id';
import { useSession } from '../../session/sessionStore';
import { leftUnsaved, useUnsavedPages, type UnsavedPage, type UnsavedText } from '../../session/unsavedPages';

function findLeft(entryId: EntryId | null): UnsavedPage | undefined {
  const pages = leftUnsaved(useUnsavedPages.getState().pages, useSession.getState().journal);
  return pages.find((page) => page.entryId === entryId);
}

/**
 * Words of this page that were left before they were saved. They are saved first if that works by now, and otherwise handed
 * over, so that nobody is shown an older text than they typed. `wanted` null looks for none; it does not change while shown.
 */
export function useLeftText(
  wanted: { readonly entryId: EntryId | null } | null,
): UnsavedText | 'looking' | null {
  const openView = useSession((session) => session.openView);
  const [left] = useState(() => (wanted === null ? undefined : findLeft(wanted.entryId)));
  const [text, setText] = useState<UnsavedText | 'looking' | null>(left ? 'looking' : null);

  const isTakenUp = useRef(false);

  useEffect(() => {
    const takeUp = async (page: UnsavedPage): Promise<void> => {
      const outcome = await page.retry();
      const taken = page.takeOver();
      if (outcome === 'failed') setText(taken);
      else if (taken.saved !== null && page.entryId === null)
        openView({ room: 'write', entryId: taken.saved.id, promptId: null });
      else setText(null);
    };
    // Words are handed over once, however often the effect runs.
    if (left === undefined || isTakenUp.current) return;
    isTakenUp.current = true;
    void takeUp(left);
  }, [left, openView]);

  return text;
}
