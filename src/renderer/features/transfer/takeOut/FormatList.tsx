import { useId, type ReactNode } from 'react';
import { exportFormats, type ExportFormat } from '../../../../shared/domain/transfer';
import { message } from '../../../i18n/i18n';
import styles from './TakeOut.module.css';

interface FormatListProps {
  readonly value: ExportFormat;
  readonly isBusy: boolean;
  readonly onChange: (format: ExportFormat) => void;
  /** What can be chosen about the one that is chosen. */
  readonly children: ReactNode;
}

/** The formats, each with what it is for; arrow keys move between them. */
export function FormatList({ value, isBusy, onChange, children }: FormatListProps) {
  const name = useId();
  return (
    <fieldset className={styles.formats} disabled={isBusy}>
      <legend className={styles.legend}>{message('transfer.out.formats')}</legend>
      {exportFormats.map((format) => (
        <div key={format} className={styles.format} data-chosen={format === value ? 'yes' : 'no'}>
          <label className={styles.choice}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              checked={format === value}
              aria-describedby={`${name}-${format}`}
              onChange={() => onChange(format)}
            />
            <span className={styles.name}>{message(`transfer.format.${format}`)}</span>
          </label>
          <p id={`${name}-${format}`} className={styles.for}>
            {message(`transfer.for.${format}`)}
          </p>
          {format === value && children}
        </div>
      ))}
    </fieldset>
  );
}
