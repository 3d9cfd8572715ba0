import { X } from 'lucide-react';
import { hardDayPeopleLimit, type HardDayPage } from '../../../shared/domain/hardDay';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Label } from '../../ui/Label';
import { TextArea, TextField } from '../../ui/TextField';
import styles from './HardDayFields.module.css';

type Person = HardDayPage['people'][number];
const nobody: Person = { name: '', number: '' };

interface PersonRowProps {
  readonly person: Person;
  readonly onChange: (person: Person) => void;
  readonly onRemove: () => void;
}

function PersonRow({ person, onChange, onRemove }: PersonRowProps) {
  return (
    <li className={styles.person}>
      <TextField
        label={message('hardDay.name')}
        value={person.name}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => onChange({ ...person, name: event.target.value })}
      />
      <TextField
        label={message('hardDay.number')}
        value={person.number}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => onChange({ ...person, number: event.target.value })}
      />
      <button
        type="button"
        className={styles.remove}
        aria-label={message('hardDay.removePerson', { name: person.name || message('hardDay.nobody') })}
        onClick={onRemove}
      >
        <X aria-hidden size={16} strokeWidth={1.75} />
      </button>
    </li>
  );
}

interface HardDayFieldsProps {
  readonly page: HardDayPage;
  readonly onChange: (page: HardDayPage) => void;
}

/** Room for as much or as little as somebody likes. An empty field is not shown on the page. */
export function HardDayFields({ page, onChange }: HardDayFieldsProps) {
  // There is always a row to begin in.
  const people = page.people.length === 0 ? [nobody] : page.people;
  const setPeople = (next: readonly Person[]): void => onChange({ ...page, people: next });
  return (
    <div className={styles.fields}>
      <section className={styles.part}>
        <Label>{message('hardDay.people')}</Label>
        <p className={styles.hint}>{message('hardDay.peopleHint')}</p>
        <ul className={styles.people}>
          {people.map((person, index) => (
            <PersonRow
              // oxlint-disable-next-line react/no-array-index-key -- a row has no other name than its place
              key={index}
              person={person}
              onChange={(changed) => setPeople(people.with(index, changed))}
              onRemove={() => setPeople(people.toSpliced(index, 1))}
            />
          ))}
        </ul>
        {people.length < hardDayPeopleLimit && (
          <Button look="quiet" className={styles.add} onClick={() => setPeople([...people, nobody])}>
            {message('hardDay.addPerson')}
          </Button>
        )}
      </section>
      {(['steps', 'places'] as const).map((field) => (
        <TextArea
          key={field}
          label={message(`hardDay.${field}`)}
          value={page[field]}
          rows={4}
          maxLength={8000}
          placeholder={message(`hardDay.${field}Hint`)}
          onChange={(event) => onChange({ ...page, [field]: event.target.value })}
        />
      ))}
      <TextArea
        label={message('hardDay.words')}
        value={page.words}
        rows={5}
        maxLength={8000}
        placeholder={message('hardDay.wordsHint')}
        onChange={(event) => onChange({ ...page, words: event.target.value })}
      />
      <TextField
        label={message('hardDay.emergencyNumber')}
        className={styles.short}
        value={page.emergencyNumber}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => onChange({ ...page, emergencyNumber: event.target.value })}
      />
    </div>
  );
}
