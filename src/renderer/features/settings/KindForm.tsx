import { useState } from 'react';
import {
  kindFamilies,
  kindIcons,
  type KindFamily,
  type KindIcon,
  type MovementKind,
  type OwnKind,
} from '../../../shared/domain/movementKind';
import { call } from '../../bridge/client';
import { invalidateJournal } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { newOwnKindId } from '../../session/newIds';
import { Button } from '../../ui/Button';
import { Label } from '../../ui/Label';
import { TextField } from '../../ui/TextField';
import { OneWord } from '../../ui/WordChoice';
import { KindPicture } from './KindPicture';
import styles from './SettingsRoom.module.css';
import { actProblem } from './useAct';

interface KindFormProps {
  /** Null for a new one. */
  readonly kind: OwnKind | null;
  readonly taken: readonly { readonly kind: MovementKind; readonly name: string }[];
  readonly onDone: () => void;
}

const icons = kindIcons.map((value) => ({ value, label: message(`words.kindIcon.${value}`) }));
const families = kindFamilies.map((value) => ({ value, label: message(`words.kindFamily.${value}`) }));

/** A kind of one's own: its name, its picture, and what it is like. */
export function KindForm({ kind, taken, onDone }: KindFormProps) {
  const [name, setName] = useState(kind?.name ?? '');
  const [icon, setIcon] = useState<KindIcon>(kind?.icon ?? 'steps');
  const [family, setFamily] = useState<KindFamily>(kind?.family ?? 'other');
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (): Promise<void> => {
    const wanted = name.trim();
    const id = kind?.id ?? newOwnKindId();
    if (wanted === '') {
      setProblem(message('settings.kinds.nameMissing'));
      return;
    }
    const same = (other: string): boolean => other.toLocaleLowerCase() === wanted.toLocaleLowerCase();
    if (taken.some((other) => other.kind !== id && same(other.name))) {
      setProblem(message('settings.kinds.nameTaken', { name: wanted }));
      return;
    }
    const reply = await call('kinds.save', { id, name: wanted, icon, family });
    if (!reply.ok) {
      setProblem(actProblem(reply.error));
      return;
    }
    invalidateJournal();
    onDone();
  };

  return (
    <form
      className={styles.rows}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={message('settings.kinds.name')}
        autoComplete="off"
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className={styles.stack}>
        <Label as="p">
          {message('settings.kinds.picture')} <KindPicture icon={icon} />
        </Label>
        <OneWord label={message('settings.kinds.picture')} words={icons} value={icon} onChange={setIcon} />
      </div>
      <div className={styles.stack}>
        <Label as="p">{message('settings.kinds.family')}</Label>
        <OneWord
          label={message('settings.kinds.family')}
          words={families}
          value={family}
          onChange={setFamily}
        />
        <p className={styles.note}>{message('settings.kinds.familyNote')}</p>
      </div>
      <div className={styles.acts}>
        <Button look="primary" type="submit">
          {message('settings.kinds.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {message('settings.kinds.cancel')}
        </Button>
        <p role="alert">{problem}</p>
      </div>
    </form>
  );
}
