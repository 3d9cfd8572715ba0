import { useEffect, useRef, useState } from 'react';
import { tagNameLimit, type Tag } from '../../../shared/domain/entry';
import { foldTag } from '../../../shared/search/foldTag';
import { call } from '../../bridge/client';
import { invalidateJournal } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { followTagInPlace } from '../../session/journalPlaceStore';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { OutcomeLine } from './OutcomeLine';
import rowStyles from './NamedRows.module.css';
import { useAct } from './useAct';

interface TagRenameProps {
  readonly tag: Tag;
  readonly others: readonly Tag[];
  /** The name is that of another tag. */
  readonly onTaken: (into: string) => void;
  readonly onRenamed: () => void;
  readonly onCancel: () => void;
}

export function TagRename({ tag, others, onTaken, onRenamed, onCancel }: TagRenameProps) {
  const [name, setName] = useState(tag.name);
  const field = useRef<HTMLInputElement>(null);
  const { isBusy, outcome, run } = useAct();
  useEffect(() => field.current?.select(), []);
  // A name of marks alone is none.
  const isNone = foldTag(name) === '';
  const rename = async (): Promise<void> => {
    if (isNone) return;
    if (name.trim() === tag.name) {
      onCancel();
      return;
    }
    const taken = others.find((other) => foldTag(other.name) === foldTag(name));
    if (taken !== undefined) {
      onTaken(taken.name);
      return;
    }
    const reply = await run(
      () => call('tags.rename', { from: tag.name, to: name.trim() }),
      () => null,
    );
    invalidateJournal();
    if (!reply.ok) return;
    followTagInPlace(tag.name, name.trim());
    onRenamed();
  };
  return (
    <form
      className={rowStyles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <TextField
        label={message('settings.tags.name')}
        value={name}
        maxLength={tagNameLimit}
        ref={field}
        onChange={(event) => setName(event.target.value)}
      />
      <Button look="outlined" type="submit" disabled={isBusy || isNone}>
        {message('settings.tags.rename')}
      </Button>
      <Button look="quiet" onClick={onCancel}>
        {message('settings.cancel')}
      </Button>
      <OutcomeLine outcome={outcome} />
    </form>
  );
}
