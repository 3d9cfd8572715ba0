import { useEffect } from 'react';
import type { EntryId } from '../../../shared/id';
import type { CivilDay } from '../../../shared/time';
import { useSession } from '../../session/sessionStore';

/** Lets other rooms know which entry is being written, so that a question can be put into it from there. */
export function useNoteWriting(saved: { readonly id: EntryId } | null, day: CivilDay): void {
  const setWriting = useSession((session) => session.setWriting);
  const id = saved?.id ?? null;
  useEffect(() => {
    if (id !== null) setWriting({ id, day });
  }, [id, day, setWriting]);
}
