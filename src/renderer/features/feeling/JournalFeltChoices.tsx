import { useMemo, type ReactNode } from 'react';
import { arrangeFeelings, type FeelingChoice } from '../../../shared/domain/feeling';
import { useIsReadOnly } from '../../bridge/careQueries';
import { useFeelings } from '../../bridge/feelingQueries';
import { useSettings } from '../../bridge/queries';
import { FeltChoices } from '../../ui/FeltChoices';
import { saveFeelings } from './feelingActs';

const offered: readonly FeelingChoice[] = arrangeFeelings([]);

/** What the open journal says of how a feeling is given, for everything inside. */
export function JournalFeltChoices({ children }: { readonly children: ReactNode }) {
  const form = useSettings().data?.feelingForm ?? 'stops';
  const feelings = useFeelings().data?.feelings ?? offered;
  const isReadOnly = useIsReadOnly();
  const choices = useMemo(
    () => ({
      form,
      feelings,
      addFeeling: isReadOnly
        ? null
        : (feeling: string): void => void saveFeelings([...feelings, { feeling, isShown: true }]),
    }),
    [form, feelings, isReadOnly],
  );
  return <FeltChoices value={choices}>{children}</FeltChoices>;
}
