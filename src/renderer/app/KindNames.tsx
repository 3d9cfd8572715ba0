import { useEffect, type ReactNode } from 'react';
import { useKinds, useMovementHabits } from '../bridge/movementQueries';
import { nameOwnKinds } from '../i18n/ownKindNames';

/** Rooms name kinds of movement, the person's own among them: they are shown once those are known. */
export function KindNames({ children }: { readonly children: ReactNode }) {
  const kinds = useKinds();
  const habits = useMovementHabits();
  const own = kinds.data?.own;
  // Before the children say them; the effect takes them back when the journal is closed.
  if (own !== undefined) nameOwnKinds(own);

  useEffect(() => {
    if (own !== undefined) nameOwnKinds(own);
    return () => nameOwnKinds([]);
  }, [own]);

  return kinds.isPending || habits.isPending ? null : children;
}
