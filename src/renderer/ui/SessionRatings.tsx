import { endOf, fitOfRating, type RatingRole } from '../../shared/domain/pairing';
import { message } from '../i18n/i18n';
import type { SessionFields } from '../session/sessionFields';
import { Button } from './Button';
import { FeltField } from './FeltField';
import type { FeltSuggestion } from './SessionForm';
import { fieldsToInstant } from './sessionDraft';
import styles from './SessionForm.module.css';

interface SessionRatingsProps {
  readonly fields: SessionFields;
  readonly suggestion: FeltSuggestion | null;
  readonly onChange: (changed: Partial<SessionFields>) => void;
}

interface UnpairedNoteProps {
  readonly side: RatingRole;
  readonly fields: SessionFields;
  /** Says that the feeling is that of the start, or of the end, itself. */
  readonly onMeant: (edge: number) => void;
}

/** A feeling from another hour stays a check-in of its own: that is said before it is saved. */
function UnpairedNote({ side: role, fields, onMeant }: UnpairedNoteProps) {
  const at = role === 'before' ? fields.beforeAt : fields.afterAt;
  const startedAt = fieldsToInstant(fields);
  const minutes = Number(fields.minutes.trim() || Number.NaN);
  if (fields[role] === null || at === null || startedAt === null || !(minutes > 0) || !fields.isTimed)
    return null;
  const session = { startedAt, minutes };
  const fit = fitOfRating(role, at, session);
  if (fit === 'pairs') return null;
  return (
    <div className={styles.unpaired} role="status">
      <p>{message(`movement.unpaired.${role}.${fit}`)}</p>
      <Button
        look="quiet"
        className={styles.suggestion}
        onClick={() => onMeant(role === 'before' ? startedAt : endOf(session))}
      >
        {message(`movement.meant.${role}`)}
      </Button>
    </div>
  );
}

/** How it felt before and after. A figure from 1 to 7 typed for "before" leads on to "after". */
export function SessionRatings({ fields, suggestion, onChange }: SessionRatingsProps) {
  const { before, after, answersAfter } = fields;
  return (
    <div className={styles.felt}>
      <div
        className={styles.side}
        role="presentation"
        onKeyDown={({ key, currentTarget, ctrlKey, metaKey, altKey, target }) => {
          const isScale = target instanceof HTMLInputElement && target.type === 'radio';
          if (!isScale || !/^[1-7]$/.test(key) || ctrlKey || metaKey || altKey) return;
          const next = currentTarget.nextElementSibling?.querySelector('input');
          if (next instanceof HTMLInputElement) next.focus();
        }}
      >
        <FeltField
          label={message('ui.before')}
          felt={before}
          onChange={(felt) => onChange({ before: felt })}
        />
        {suggestion && before === null && (
          <Button
            look="quiet"
            className={styles.suggestion}
            onClick={() => onChange({ before: suggestion.felt, beforeAt: suggestion.at })}
          >
            {suggestion.label}
          </Button>
        )}
        <UnpairedNote side="before" fields={fields} onMeant={(edge) => onChange({ beforeAt: edge })} />
      </div>
      <div className={styles.side} data-part="after">
        <FeltField
          label={message('ui.after')}
          felt={after}
          onChange={(felt) =>
            onChange({
              after: felt,
              ...(answersAfter === 'now' && after === null && { afterAt: Date.now() }),
            })
          }
        />
        <UnpairedNote
          side="after"
          fields={fields}
          onMeant={(edge) => onChange({ afterAt: edge, answersAfter: 'asItWas' })}
        />
      </div>
    </div>
  );
}
