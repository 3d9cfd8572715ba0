import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import styles from './Button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** One primary at most in a view; `quiet` is text that answers to the pointer. */
  readonly look: 'primary' | 'quiet' | 'outlined';
}

export function Button({ look, className, type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={clsx(styles.button, className)} data-look={look} />;
}
