import type { EntryId } from '../../../shared/id';
import type { Moment } from '../../../shared/time';
import { call } from '../../bridge/client';
import { useIsReadOnly } from '../../bridge/careQueries';
import { useFindPrompt } from '../../bridge/promptQueries';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { Label } from '../../ui/Label';
import { showToast } from '../../session/toastStore';
import { EarlierAnswers } from './EarlierAnswers';
import type { PageFacts } from './editor/usePageFacts';
import { EntryFacts, ReadFacts } from './facts/EntryFacts';
import { SessionsOfEntry } from './facts/SessionsOfEntry';
import { PromptFootnote } from './PromptFootnote';
import { BeginFrom } from './templates/BeginFrom';
import { KeepAsTemplate } from './templates/KeepAsTemplate';
import { EarlierVersions } from './versions/EarlierVersions';
import type { PageKeeping } from './useAutosave';
import styles from './WriteRoom.module.css';

async function moveToBin(id: EntryId, keeping: PageKeeping): Promise<void> {
  const { openView, setWriting } = useSession.getState();
  // The last words go with it, so that putting it back brings back everything.
  if ((await keeping.close()) === 'failed') return;
  const reply = await call('entries.moveToBin', { id });
  if (!reply.ok) {
    showToast({ text: failureMessage(reply.error) });
    return;
  }
  invalidateJournal();
  setWriting(null);
  openView({ room: 'journal' });
  const restore = async (): Promise<void> => {
    const restored = await call('entries.restore', { id });
    if (!restored.ok) showToast({ text: failureMessage(restored.error) });
    invalidateJournal();
    if (restored.ok) openView({ room: 'write', entryId: id, promptId: null });
  };
  showToast({
    text: message('write.moved'),
    action: { label: message('ui.undo'), run: () => void restore() },
  });
}

interface WriteMarginProps {
  readonly facts: PageFacts;
  readonly keeping: PageKeeping;
  readonly place: 'journal' | 'bin';
  readonly moment: Moment;
}

/** The facts of this entry, what was answered before, and where its prompts come from. */
export function WriteMargin({ facts, keeping, place, moment }: WriteMarginProps) {
  const id = keeping.saved?.id ?? null;
  const isReadOnly = useIsReadOnly() || place === 'bin';
  const findPrompt = useFindPrompt();
  return (
    <>
      <section className={styles.note}>
        <Label>{message('write.thisEntry')}</Label>
        <p className={styles.fact}>
          {facts.selectedWords === null
            ? message('write.words', { words: facts.words })
            : message('write.wordsSelected', { selected: facts.selectedWords, words: facts.words })}
        </p>
        {isReadOnly ? <ReadFacts said={keeping.said} /> : <EntryFacts keeping={keeping} moment={moment} />}
        {id !== null && place === 'journal' && <EarlierVersions id={id} keeping={keeping} />}
        {facts.words > 0 && !isReadOnly && <KeepAsTemplate />}
        {id !== null && !isReadOnly && (
          <Button look="quiet" className={styles.bin} onClick={() => void moveToBin(id, keeping)}>
            {message('write.moveToBin')}
          </Button>
        )}
      </section>
      {id !== null && <SessionsOfEntry id={id} />}
      {id === null && facts.words === 0 && facts.promptIds.length === 0 && <BeginFrom />}
      {facts.promptIds.map((promptId, index) => (
        <EarlierAnswers
          key={promptId}
          promptId={promptId}
          except={id}
          mark={facts.promptIds.length > 1 ? index + 1 : undefined}
        />
      ))}
      {facts.promptIds.map((promptId, index) => {
        const prompt = findPrompt(promptId);
        return prompt && <PromptFootnote key={promptId} prompt={prompt} number={index + 1} />;
      })}
    </>
  );
}
