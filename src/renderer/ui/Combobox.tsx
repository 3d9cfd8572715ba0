import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
} from 'react';
import { message } from '../i18n/i18n';
import styles from './Combobox.module.css';
import { matchOptions } from './matchOptions';
import { placeBelow } from './placeBelow';
import { Field } from './TextField';
import { VisuallyHidden } from './VisuallyHidden';

interface ComboboxProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'list' | 'role'> {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Anything may be typed; these are offered. */
  readonly options: readonly string[];
  /** Name of what is offered. */
  readonly offers: string;
  readonly onPick: (option: string) => void;
}

/** The same with a label over it, as wide as its form. */
export function ComboboxField({ label, className, ...rest }: ComboboxProps & { readonly label: string }) {
  return (
    <Field label={label} className={className}>
      {(control) => <Combobox {...rest} {...control} />}
    </Field>
  );
}

/** None of them: what is typed stands. */
const none = -1;

/** A line to type in that completes: its list opens while one types or with the arrow keys, and never takes a choice by itself. */
export function Combobox({
  value,
  onValue,
  options,
  offers,
  onPick,
  onKeyDown,
  onBlur,
  ...rest
}: ComboboxProps) {
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [open, setOpen] = useState<'no' | 'typed' | 'asked'>('no');
  const [active, setActive] = useState(none);
  const shown = open === 'no' ? [] : open === 'asked' ? options : matchOptions(options, value);
  const isOpen = shown.length > 0;
  const optionId = (index: number): string => `${id}-${index}`;

  const place = useCallback((): void => {
    if (input.current && list.current) placeBelow(list.current, input.current);
  }, []);

  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    // Above everything, a dialog too.
    list.current?.showPopover();
    document.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      document.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [isOpen, place]);
  // With every row that comes or goes the list has another height.
  useLayoutEffect(() => {
    if (isOpen) place();
  });
  useEffect(() => {
    if (active !== none) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const close = (): void => {
    setOpen('no');
    setActive(none);
  };
  const pick = (index: number): void => {
    const option = shown[index];
    close();
    if (option !== undefined) onPick(option);
  };
  const move = (step: 1 | -1): void => {
    if (!isOpen) {
      setOpen('asked');
      setActive(options.indexOf(value));
      return;
    }
    const places = shown.length + 1;
    // One place more than there are rows: back to what was typed.
    setActive(((active + 1 + step + places) % places) - 1);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const isPlain = !altKey && !ctrlKey && !metaKey && !shiftKey;
    if (isPlain && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      move(key === 'ArrowDown' ? 1 : -1);
    } else if (isOpen && key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (isOpen && key === 'Enter' && active !== none) {
      event.preventDefault();
      pick(active);
    } else {
      onKeyDown?.(event);
      if (event.defaultPrevented) close();
    }
  };

  return (
    <>
      <input
        {...rest}
        ref={input}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen && active !== none ? optionId(active) : undefined}
        value={value}
        onChange={({ target }) => {
          onValue(target.value);
          setActive(none);
          setOpen(target.value.trim() === '' ? 'no' : 'typed');
        }}
        onKeyDown={press}
        onBlur={(event) => {
          close();
          onBlur?.(event);
        }}
      />
      {isOpen && (
        <div
          ref={list}
          id={id}
          popover="manual"
          role="listbox"
          tabIndex={-1}
          aria-label={offers}
          className={styles.list}
        >
          {shown.map((option, index) => (
            // The keys are the field's.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={option}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => {
                if (index !== active) setActive(index);
              }}
              onClick={() => pick(index)}
            >
              {option}
            </div>
          ))}
        </div>
      )}
      <VisuallyHidden>
        <output>{isOpen ? message('ui.offered', { rows: shown.length }) : ''}</output>
      </VisuallyHidden>
    </>
  );
}
