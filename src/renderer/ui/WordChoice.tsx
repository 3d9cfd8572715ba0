import { useId } from 'react';
import styles from './WordChoice.module.css';

interface Word<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface WordProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChange: () => void;
}

function ChoosableWord({ type, name, label, isChosen, onChange }: WordProps) {
  return (
    <label className={styles.word}>
      <input type={type} className={styles.input} name={name} checked={isChosen} onChange={onChange} />
      <span className={styles.text}>{label}</span>
    </label>
  );
}

interface OneWordProps<Value extends string> {
  readonly label: string;
  readonly words: readonly Word<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Place of the next word that begins with a typed letter, from the chosen one on and round; -1 when there is none. */
function nextWithLetter<Value extends string>(
  words: readonly Word<Value>[],
  value: Value,
  key: string,
): number {
  if (!/^\p{L}$/u.test(key)) return -1;
  const chosen = words.findIndex((word) => word.value === value);
  const places = words.map((_, index) => (chosen + 1 + index) % words.length);
  const letter = key.toLocaleLowerCase();
  return places.find((place) => words[place]?.label.toLocaleLowerCase().startsWith(letter)) ?? -1;
}

/** Words in a line of which one holds; a letter goes to the next that begins with it. It is underlined in the colour of movement. */
export function OneWord<Value extends string>({ label, words, value, onChange }: OneWordProps<Value>) {
  const name = useId();
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const index = nextWithLetter(words, value, event.key);
        const next = words[index];
        if (next === undefined) return;
        event.preventDefault();
        // The letter chose a word; it is no shortcut as well.
        event.nativeEvent.stopImmediatePropagation();
        onChange(next.value);
        const input = event.currentTarget.querySelectorAll('input')[index];
        input?.focus();
      }}
    >
      <div className={styles.words} data-tone="movement" role="radiogroup" aria-label={label}>
        {words.map((word) => (
          <ChoosableWord
            key={word.value}
            type="radio"
            name={name}
            label={word.label}
            isChosen={word.value === value}
            onChange={() => onChange(word.value)}
          />
        ))}
      </div>
    </div>
  );
}

interface AnyWordsProps {
  readonly label: string;
  readonly words: readonly Word<string>[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  /** 'underFirst': a line each, below the first, which stands for all of them. */
  readonly layout?: 'inLine' | 'underFirst';
}

/** Words in a line of which any may hold; they are underlined in the colour of mood. */
export function AnyWords({ label, words, values, onChange, layout = 'inLine' }: AnyWordsProps) {
  const name = useId();
  return (
    // Not a fieldset: that can't lay out its children as a line.
    <div className={styles.words} data-layout={layout} role="group" aria-label={label}>
      {words.map((word) => (
        <ChoosableWord
          key={word.value}
          type="checkbox"
          name={name}
          label={word.label}
          isChosen={values.includes(word.value)}
          onChange={() =>
            onChange(
              values.includes(word.value)
                ? values.filter((value) => value !== word.value)
                : [...values, word.value],
            )
          }
        />
      ))}
    </div>
  );
}
