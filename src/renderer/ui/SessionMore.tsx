import { useState } from 'react';
import { feltQualities, offeredCompany, qualityDegrees, sessionPlaces } from '../../shared/domain/movement';
import { message } from '../i18n/i18n';
import type { SessionFields } from '../session/sessionFields';
import type { SessionOffers } from '../session/useSessionOffers';
import { effortWords } from './effortWords';
import { Label } from './Label';
import styles from './SessionForm.module.css';
import { companyWord, metresInWords } from './sessionWords';
import { StopScale } from './StopScale';
import { TextField } from './TextField';
import { AnyWords } from './WordChoice';
import { WrittenAbout } from './WrittenAbout';

const efforts = Array.from({ length: 11 }, (_, value) => ({ value, word: effortWords(value) }));
const degrees = qualityDegrees.map((value) => ({ value, word: message(`words.degree.${value}`) }));
const places = sessionPlaces.map((value) => ({ value, label: message(`words.place.${value}`) }));

interface SessionMoreProps {
  readonly fields: SessionFields;
  readonly offers: SessionOffers;
  readonly onChange: (changed: Partial<SessionFields>) => void;
}

/** Of words of which one holds or none: the one that was just chosen, or nothing. */
const chosenOf = (values: readonly string[], earlier: string | null): string | null =>
  values.find((value) => value !== earlier) ?? null;

function Distance({ fields, offers, onChange }: SessionMoreProps) {
  const { distanceMetres, distanceTyped } = fields;
  const unit = distanceTyped?.unit ?? offers.unit;
  const stored = distanceMetres === null ? '' : metresInWords(distanceMetres, unit);
  return (
    <TextField
      label={message(`movement.distance.${unit}`)}
      inputMode="decimal"
      autoComplete="off"
      className={styles.short}
      value={distanceTyped?.text ?? stored}
      onChange={(event) => onChange({ distanceTyped: { text: event.target.value, unit } })}
    />
  );
}

function Company({ fields, offers, onChange }: SessionMoreProps) {
  const { company } = fields;
  // The word that is being typed is in the field, not among the words to choose from.
  const [words] = useState(offers.company);
  const isListed = company !== null && [...offeredCompany, ...words].includes(company);
  return (
    <div className={styles.part}>
      <Label as="p">{message('movement.company')}</Label>
      <AnyWords
        label={message('movement.company')}
        words={words.map((value) => ({ value, label: companyWord(value) }))}
        values={company === null ? [] : [company]}
        onChange={(values) => onChange({ company: chosenOf(values, company) })}
      />
      <TextField
        label={message('movement.companyOwn')}
        autoComplete="off"
        maxLength={80}
        className={styles.own}
        value={isListed ? '' : (company ?? '')}
        onChange={(event) => onChange({ company: event.target.value === '' ? null : event.target.value })}
      />
    </div>
  );
}

/** What can be said beside the kind, the time and the feelings. None of it has to be. */
export function SessionMore(props: SessionMoreProps) {
  const { fields, onChange } = props;
  return (
    <div className={styles.details}>
      <div className={styles.effort}>
        <Label as="p">{message('movement.effort')}</Label>
        <StopScale
          label={message('movement.effort')}
          stops={efforts}
          value={fields.effort}
          onChange={(effort) => onChange({ effort })}
          onClear={() => onChange({ effort: null })}
          size="small"
        />
      </div>
      <Distance {...props} />
      <div className={styles.qualities}>
        {feltQualities.map((quality) => (
          <div key={quality} className={styles.part}>
            <Label as="p">{message(`words.quality.${quality}`)}</Label>
            <StopScale
              label={message(`words.quality.${quality}`)}
              stops={degrees}
              value={fields[quality]}
              onChange={(degree) => onChange({ [quality]: degree })}
              onClear={() => onChange({ [quality]: null })}
              size="small"
            />
          </div>
        ))}
      </div>
      <Company {...props} />
      <div className={styles.part}>
        <Label as="p">{message('movement.place')}</Label>
        <AnyWords
          label={message('movement.place')}
          words={places}
          values={fields.place === null ? [] : [fields.place]}
          onChange={(values) =>
            onChange({
              place: sessionPlaces.find((place) => place === chosenOf(values, fields.place)) ?? null,
            })
          }
        />
      </div>
      <WrittenAbout fields={fields} onChange={(entryId) => onChange({ entryId })} />
    </div>
  );
}
