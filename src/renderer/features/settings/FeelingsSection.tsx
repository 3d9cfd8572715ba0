import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { feelingKey, isOfferedFeeling, type FeelingChoice } from '../../../shared/domain/feeling';
import type { FeelingForm } from '../../../shared/domain/mood';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { invalidateFeelings, useFeelings } from '../../bridge/feelingQueries';
import { invalidateJournal, useSettings } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { feelingWord } from '../../i18n/words';
import { showToast } from '../../session/toastStore';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { FeelingRow, type RowAct } from './FeelingRow';
import styles from './FeelingsSection.module.css';
import { OwnFeeling } from './OwnFeeling';
import roomStyles from './SettingsRoom.module.css';
import { actProblem } from './useAct';

async function save(feelings: readonly FeelingChoice[]): Promise<void> {
  const reply = await call('feelings.save', { feelings });
  if (!reply.ok) showToast({ text: actProblem(reply.error) });
  invalidateFeelings();
}

function FormChoice() {
  const settings = useSettings().data;
  if (!settings) return null;
  const choose = async (feelingForm: FeelingForm): Promise<void> => {
    const reply = await call('settings.save', { ...settings, feelingForm });
    if (!reply.ok) showToast({ text: actProblem(reply.error) });
    invalidateJournal();
  };
  return (
    <div className={roomStyles.stack}>
      <p>{message('settings.feelings.form')}</p>
      <SegmentedControl
        label={message('settings.feelings.form')}
        options={[
          { value: 'stops', label: message('settings.feelings.stops') },
          { value: 'pad', label: message('settings.feelings.pad') },
        ]}
        value={settings.feelingForm}
        onChange={(form) => void choose(form)}
      />
      <p className={roomStyles.note}>{message('settings.feelings.formNote')}</p>
    </div>
  );
}

function Words({ feelings }: { readonly feelings: readonly FeelingChoice[] }) {
  const list = useRef<HTMLUListElement>(null);
  /** Which button of which row has the focus again after its row has moved, or stands where another was. */
  const wanted = useRef<{ readonly feeling: string; readonly act: RowAct } | null>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const focus = wanted.current;
    wanted.current = null;
    if (!focus || !feelings.some(({ feeling }) => feeling === focus.feeling)) return;
    const row = [...(list.current?.children ?? [])].find(
      (each) => each instanceof HTMLElement && each.dataset['feeling'] === focus.feeling,
    );
    const buttons = [...(row?.querySelectorAll('button') ?? [])].filter((button) => !button.disabled);
    (buttons.find((button) => button.dataset['act'] === focus.act) ?? buttons[0])?.focus();
  }, [feelings]);

  const move = (index: number, by: 1 | -1): void => {
    const moved = feelings[index];
    const other = feelings[index + by];
    if (!moved || !other) return;
    const next = feelings.with(index, other).with(index + by, moved);
    wanted.current = { feeling: moved.feeling, act: by < 0 ? 'up' : 'down' };
    setSaid(
      message('settings.feelings.at', {
        feeling: feelingWord(moved.feeling),
        place: index + by + 1,
        count: feelings.length,
      }),
    );
    void save(next);
  };

  const act = (index: number, kind: RowAct): void => {
    const choice = feelings[index];
    if (!choice) return;
    if (kind === 'up' || kind === 'down') move(index, kind === 'up' ? -1 : 1);
    if (kind === 'show') void save(feelings.with(index, { ...choice, isShown: !choice.isShown }));
    if (kind !== 'remove') return;
    const neighbour = feelings[index + 1] ?? feelings[index - 1];
    if (neighbour) wanted.current = { feeling: neighbour.feeling, act: 'remove' };
    void save(feelings.toSpliced(index, 1));
    showToast({
      text: message('settings.feelings.removed', { feeling: choice.feeling }),
      action: { label: message('ui.undo'), run: () => void save(feelings) },
    });
  };

  return (
    <>
      <ul ref={list} className={styles.rows}>
        {feelings.map((choice, index) => (
          <FeelingRow
            key={choice.feeling}
            choice={choice}
            isOwn={!isOfferedFeeling(choice.feeling)}
            place={index === 0 ? 'first' : index === feelings.length - 1 ? 'last' : 'between'}
            onAct={(kind) => act(index, kind)}
            onKeyDown={(event: KeyboardEvent) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              move(index, event.key === 'ArrowUp' ? -1 : 1);
            }}
          />
        ))}
      </ul>
      <output>
        <VisuallyHidden>{said}</VisuallyHidden>
      </output>
    </>
  );
}

/** How a feeling is given, and the words for it: which, and in which order. */
export function FeelingsSection() {
  const isReadOnly = useIsReadOnly();
  const feelings = useFeelings().data?.feelings;
  return (
    <fieldset className={roomStyles.fields} disabled={isReadOnly}>
      <div className={roomStyles.rows}>
        <FormChoice />
        {feelings && (
          <div className={styles.words}>
            <p>{message('settings.feelings.words')}</p>
            <p className={roomStyles.note}>{message('settings.feelings.note')}</p>
            <Words feelings={feelings} />
            <OwnFeeling
              isThere={(word) =>
                feelings.some(
                  ({ feeling }) =>
                    feelingKey(feeling) === feelingKey(word) ||
                    feelingKey(feelingWord(feeling)) === feelingKey(word),
                )
              }
              onAdd={(feeling) => void save([...feelings, { feeling, isShown: true }])}
            />
          </div>
        )}
      </div>
    </fieldset>
  );
}
