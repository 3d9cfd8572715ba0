import type { Felt } from '../../shared/domain/mood';
import { message } from '../i18n/i18n';
import { FeltDetails } from './FeltDetails';
import styles from './FeltField.module.css';
import { FeltScale } from './FeltScale';
import { Label } from './Label';

interface FeltFieldProps {
  readonly label: string;
  readonly felt: Felt | null;
  readonly onChange: (felt: Felt | null) => void;
}

/** How something felt: the seven stops or the pad and, once it is given, room for more. All of it can be taken back. */
export function FeltField({ label, felt, onChange }: FeltFieldProps) {
  return (
    <div className={styles.field}>
      <Label as="p">{label}</Label>
      <FeltScale
        label={label}
        felt={felt}
        onGive={(given) => onChange({ energy: null, feelings: [], ...felt, ...given })}
        onClear={() => onChange(null)}
        size="small"
      />
      {felt !== null && (
        <details>
          <summary className={styles.more}>{message('ui.addDetails')}</summary>
          <div className={styles.details}>
            <FeltDetails felt={felt} onChange={onChange} />
          </div>
        </details>
      )}
    </div>
  );
}
