import { useState } from 'react';
import type { KindChoice, OwnKind } from '../../../shared/domain/movementKind';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { useKinds } from '../../bridge/movementQueries';
import { invalidateJournal, useSettings } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { kindWord } from '../../i18n/words';
import { showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { KindForm } from './KindForm';
import { KindPicture } from './KindPicture';
import styles from './SettingsRoom.module.css';
import rowStyles from './NamedRows.module.css';
import { actProblem } from './useAct';

async function arrange(choices: readonly KindChoice[]): Promise<void> {
  const reply = await call('kinds.arrange', { choices });
  if (!reply.ok) showToast({ text: actProblem(reply.error) });
  invalidateJournal();
}

async function remove({ id, name, icon, family }: OwnKind): Promise<void> {
  const reply = await call('kinds.remove', { id });
  invalidateJournal();
  if (!reply.ok) {
    showToast({ text: actProblem(reply.error) });
    return;
  }
  if (reply.value.became === 'hidden') showToast({ text: message('settings.kinds.hidden', { name }) });
  else
    showToast({
      text: message('settings.kinds.removed', { name }),
      action: {
        label: message('ui.undo'),
        run: () => void call('kinds.save', { id, name, icon, family }).then(invalidateJournal),
      },
    });
}

interface RowProps {
  readonly choice: KindChoice;
  readonly own: OwnKind | null;
  readonly isFirst: boolean;
  readonly onUp: () => void;
  readonly onShow: () => void;
  readonly onChange: (kind: OwnKind) => void;
}

function Row({ choice, own, isFirst, onUp, onShow, onChange }: RowProps) {
  const name = own?.name ?? kindWord(choice.kind);
  return (
    <li className={rowStyles.row}>
      <span className={rowStyles.name}>
        {own && <KindPicture icon={own.icon} />} {name}
      </span>
      <span className={rowStyles.count}>{choice.isShown ? '' : message('settings.kinds.notOffered')}</span>
      <span className={rowStyles.acts}>
        {!isFirst && (
          <Button look="quiet" aria-label={message('settings.kinds.upOf', { name })} onClick={onUp}>
            {message('settings.kinds.up')}
          </Button>
        )}
        <Button
          look="quiet"
          aria-label={message(choice.isShown ? 'settings.kinds.hideOf' : 'settings.kinds.showOf', { name })}
          onClick={onShow}
        >
          {message(choice.isShown ? 'settings.kinds.hide' : 'settings.kinds.show')}
        </Button>
        {own && (
          <>
            <Button
              look="quiet"
              aria-label={message('settings.kinds.changeOf', { name })}
              onClick={() => onChange(own)}
            >
              {message('settings.kinds.change')}
            </Button>
            <Button
              look="quiet"
              aria-label={message('settings.kinds.removeOf', { name })}
              onClick={() => void remove(own)}
            >
              {message('settings.kinds.remove')}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}

function Unit() {
  const settings = useSettings().data;
  if (!settings) return null;
  const save = async (distanceUnit: 'km' | 'mi'): Promise<void> => {
    const reply = await call('settings.save', { ...settings, distanceUnit });
    if (!reply.ok) showToast({ text: actProblem(reply.error) });
    invalidateJournal();
  };
  return (
    <div className={styles.stack}>
      <p>{message('settings.unit')}</p>
      <SegmentedControl
        label={message('settings.unit')}
        options={(['km', 'mi'] as const).map((value) => ({
          value,
          label: message(`settings.unit.${value}`),
        }))}
        value={settings.distanceUnit}
        onChange={(unit) => void save(unit)}
      />
    </div>
  );
}

/** Kinds of movement in the person's order, theirs among them; and what distances are typed in. */
export function MovementSection() {
  const kinds = useKinds().data;
  const isReadOnly = useIsReadOnly();
  const [form, setForm] = useState<OwnKind | 'new' | null>(null);
  if (!kinds) return null;
  const { choices, own } = kinds;
  const ownOf = ({ kind }: KindChoice): OwnKind | null => own.find(({ id }) => id === kind) ?? null;
  const moveUp = (index: number): void => {
    const [above, moved] = choices.slice(index - 1, index + 1);
    if (above === undefined || moved === undefined) return;
    void arrange([...choices.slice(0, index - 1), moved, above, ...choices.slice(index + 1)]);
  };
  const toggle = (index: number): void =>
    void arrange(
      choices.map((each, place) => (place === index ? { ...each, isShown: !each.isShown } : each)),
    );
  return (
    <fieldset className={styles.fields} disabled={isReadOnly}>
      <div className={styles.rows}>
        <p className={styles.note}>{message('settings.kinds.note')}</p>
        <ul className={rowStyles.rows}>
          {choices.map((choice, index) => (
            <Row
              key={choice.kind}
              choice={choice}
              own={ownOf(choice)}
              isFirst={index === 0}
              onUp={() => moveUp(index)}
              onShow={() => toggle(index)}
              onChange={setForm}
            />
          ))}
        </ul>
        {form === null ? (
          <div>
            <Button look="outlined" onClick={() => setForm('new')}>
              {message('settings.kinds.add')}
            </Button>
          </div>
        ) : (
          <KindForm
            key={form === 'new' ? 'new' : form.id}
            kind={form === 'new' ? null : form}
            taken={choices.map((choice) => ({
              kind: choice.kind,
              name: ownOf(choice)?.name ?? kindWord(choice.kind),
            }))}
            onDone={() => setForm(null)}
          />
        )}
        <Unit />
      </div>
    </fieldset>
  );
}
