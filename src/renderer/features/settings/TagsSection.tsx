import { useEffect, useRef, useState } from 'react';
import type { Tag } from '../../../shared/domain/entry';
import { followTag } from '../../../shared/search/followTag';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { useTags } from '../../bridge/factQueries';
import { invalidateSavedSearches } from '../../bridge/findingQueries';
import { invalidateJournal } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { followTagInPlace } from '../../session/journalPlaceStore';
import { showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import { partHeadingId } from './SettingsPart';
import styles from './SettingsRoom.module.css';
import { TagMerge } from './TagMerge';
import { TagRename } from './TagRename';
import rowStyles from './NamedRows.module.css';
import { actProblem } from './useAct';

/** The row that had the focus goes, with its name too; the next key should not start at the top of the page. */
const focusPart = (): void => document.getElementById(partHeadingId('tags'))?.focus();

async function remove({ name }: Tag): Promise<void> {
  const reply = await call('tags.remove', { name });
  invalidateJournal();
  if (!reply.ok) {
    showToast({ text: actProblem(reply.error) });
    return;
  }
  followTagInPlace(name, null);
  const gone = reply.value.searches.filter(({ search }) => followTag(search, name, null) === null);
  const give = async (): Promise<void> => {
    const given = await call('tags.give', { name, ...reply.value });
    if (!given.ok) showToast({ text: actProblem(given.error) });
    invalidateJournal();
    // The toast may be pressed in the room that shows them.
    invalidateSavedSearches();
  };
  focusPart();
  showToast({
    text: message('settings.tags.removed', { name, searches: gone.length }),
    action: { label: message('ui.undo'), run: () => void give() },
  });
}

type Doing =
  | { readonly what: 'nothing' | 'renaming' }
  /** `into` is the tag that has the name which was wanted. */
  | { readonly what: 'merging'; readonly into: string | null };

function Row({ tag, others }: { readonly tag: Tag; readonly others: readonly Tag[] }) {
  const [doing, setDoing] = useState<Doing>({ what: 'nothing' });
  const renaming = useRef<HTMLButtonElement>(null);
  const wasDoing = useRef(false);
  useEffect(() => {
    if (doing.what === 'nothing' && wasDoing.current) renaming.current?.focus();
    wasDoing.current = doing.what !== 'nothing';
  }, [doing]);
  const stop = (): void => setDoing({ what: 'nothing' });
  const { name, count } = tag;
  if (doing.what === 'renaming')
    return (
      <li className={rowStyles.row}>
        <TagRename
          tag={tag}
          others={others}
          onTaken={(into) => setDoing({ what: 'merging', into })}
          onRenamed={focusPart}
          onCancel={stop}
        />
      </li>
    );
  if (doing.what === 'merging')
    return (
      <li className={rowStyles.row}>
        <TagMerge tag={tag} others={others} taken={doing.into} onMerged={focusPart} onCancel={stop} />
      </li>
    );
  return (
    <li className={rowStyles.row}>
      <span className={rowStyles.name}>{name}</span>
      <span className={rowStyles.count}>{message('settings.tags.count', { count })}</span>
      <span className={rowStyles.acts}>
        <Button
          look="quiet"
          ref={renaming}
          aria-label={message('settings.tags.renameOf', { name })}
          onClick={() => setDoing({ what: 'renaming' })}
        >
          {message('settings.tags.rename')}
        </Button>
        <Button
          look="quiet"
          disabled={others.length === 0}
          aria-label={message('settings.tags.mergeOf', { name })}
          onClick={() => setDoing({ what: 'merging', into: null })}
        >
          {message('settings.tags.merge')}
        </Button>
        <Button
          look="quiet"
          aria-label={message('settings.tags.removeOf', { name })}
          onClick={() => void remove(tag)}
        >
          {message('settings.tags.remove')}
        </Button>
      </span>
    </li>
  );
}

/** Every tag there is, and how many entries have it. */
export function TagsSection() {
  const isReadOnly = useIsReadOnly();
  const tags = useTags().data?.tags ?? [];
  return (
    <fieldset className={styles.fields} disabled={isReadOnly}>
      <div className={styles.block}>
        <p className={styles.note}>{message('settings.tags.note')}</p>
        {tags.length > 0 && (
          <ul className={rowStyles.rows}>
            {tags.map((tag) => (
              <Row key={tag.name} tag={tag} others={tags.filter(({ name }) => name !== tag.name)} />
            ))}
          </ul>
        )}
      </div>
    </fieldset>
  );
}
