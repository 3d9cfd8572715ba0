import { clsx } from 'clsx';
import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './TextField.module.css';

interface FieldProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly children: (control: { readonly id: string; readonly className: string | undefined }) => ReactNode;
}

export function Field({ label, className, children }: FieldProps) {
  const id = useId();
  return (
    <div className={clsx(styles.field, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, className: styles.input })}
    </div>
  );
}

interface TextFieldProps extends ComponentProps<'input'> {
  readonly label: string;
}

/** A labelled line to type in. */
export function TextField({ label, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} className={className}>
      {(control) => <input {...rest} {...control} />}
    </Field>
  );
}

interface TextAreaProps extends ComponentProps<'textarea'> {
  readonly label: string;
}

/** The same for several lines. */
export function TextArea({ label, className, ...rest }: TextAreaProps) {
  return (
    <Field label={label} className={className}>
      {(control) => <textarea {...rest} {...control} />}
    </Field>
  );
}
