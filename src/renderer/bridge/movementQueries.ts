import { useQuery } from '@tanstack/react-query';
import { read } from './queries';

/** Every kind of movement in the person's order, and their own ones. */
export const useKinds = () =>
  useQuery({ queryKey: ['journal', 'kinds'], queryFn: () => read('kinds.list', {}) });

/** What the form for a session can begin with. */
export const useMovementHabits = () =>
  useQuery({ queryKey: ['journal', 'movement-habits'], queryFn: () => read('sessions.habits', {}) });
