import { useEffect, useId, useRef, useState } from 'react';
import type { Tag } from '../../../shared/domain/entry';
import { call } from '../../bridge/client';
import { invalidateSavedSearches } from '../../bridge/findingQueries';
import { invalidateJournal } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { followTagInPlace } from '../../session/journalPlaceStore';
import { showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import { OutcomeLine } from './OutcomeLine';
import rowStyles from './NamedRows.module.css';
import own from './TagMerge.module.css';
import { actProblem, useAct } from './useAct';

interface TagMergeProps {
  readonly tag: Tag;
  readonly others: readonly Tag[];
  /** The tag whose name was wanted for this one. */
  readonly taken: string | null;
  readonly onMerged: () => void;
  readonly onCancel: () => void;
}

/** One tag into another: says what will be before it is done, and takes it back after. */
export function TagMerge({ tag: { name, count }, others, taken, onMerged, onCancel }: TagMergeProps) {
  const [into, setInto] = useState(taken ?? others[0]?.name ?? '');
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  const { isBusy, outcome, run } = useAct();
  useEffect(() => select.current?.focus(), []);

  const merge = async (): Promise<void> => {
    const names = { from: name, into };
    const reply = await run(
      () => call('tags.merge', names),
      () => null,
    );
    invalidateJournal();
    if (!reply.ok) return;
    followTagInPlace(name, into);
    const unmerge = async (): Promise<void> => {
      const undone = await call('tags.unmerge', { ...names, ...reply.value });
      if (!undone.ok) showToast({ text: actProblem(undone.error) });
      invalidateJournal();
      // The toast may be pressed in the room that shows them.
      invalidateSavedSearches();
    };
    onMerged();
    showToast({
      text: message('settings.tags.merged', { name, into }),
      action: { label: message('ui.undo'), run: () => void unmerge() },
    });
  };

  return (
    <form
      className={rowStyles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void merge();
      }}
    >
      {taken !== null && (
        <p className={own.tells} role="status">
          {message('settings.tags.taken', { into: taken })}
        </p>
      )}
      <div className={own.choice}>
        <label className={own.label} htmlFor={id}>
          {message('settings.tags.into', { name })}
        </label>
        <select
          id={id}
          ref={select}
          className={own.select}
          aria-describedby={`${id}-tells`}
          value={into}
          onChange={(event) => setInto(event.target.value)}
        >
          {others.map((other) => (
            <option key={other.name} value={other.name}>
              {other.name}
            </option>
          ))}
        </select>
      </div>
      <Button look="outlined" type="submit" disabled={isBusy || into === ''}>
        {message('settings.tags.merge')}
      </Button>
      <Button look="quiet" onClick={onCancel}>
        {message('settings.cancel')}
      </Button>
      <p id={`${id}-tells`} className={own.tells}>
        {message('settings.tags.mergeTells', { count, name, into })}
      </p>
      <OutcomeLine outcome={outcome} />
    </form>
  );
}
