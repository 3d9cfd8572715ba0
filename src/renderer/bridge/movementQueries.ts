import { useQuery } from '@tanstack/react-query';
import type { EntryId } from '../../shared/id';
import type { CivilDay } from '../../shared/time';
import { read } from './queries';

/** Every kind of movement in the person's order, and their own ones. */
export const useKinds = () =>
  useQuery({ queryKey: ['journal', 'kinds'], queryFn: () => read('kinds.list', {}) });

/** What the form for a session can begin with. */
export const useMovementHabits = () =>
  useQuery({ queryKey: ['journal', 'movement-habits'], queryFn: () => read('sessions.habits', {}) });

/** What can have been written about a session of that day, and the entry itself; nothing that is in the bin. */
export const useSessionEntries = (day: CivilDay | null, entryId: EntryId | null) =>
  useQuery({
    queryKey: ['journal', 'session-entries', day, entryId],
    queryFn: () => read('sessions.entries', { day, entryId }),
    enabled: day !== null || entryId !== null,
  });

export const useSessionsOfEntry = (entryId: EntryId) =>
  useQuery({
    queryKey: ['journal', 'sessions-of-entry', entryId],
    queryFn: () => read('sessions.ofEntry', { entryId }),
  });
