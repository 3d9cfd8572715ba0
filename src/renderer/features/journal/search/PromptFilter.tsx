import { promptThemes } from '../../../../shared/domain/prompt';
import type { SearchChoices } from '../../../../shared/domain/search';
import type { PromptId } from '../../../../shared/id';
import { message } from '../../../i18n/i18n';
import { AnyWords } from '../../../ui/WordChoice';
import styles from './Search.module.css';

interface PromptFilterProps {
  readonly prompts: SearchChoices['prompts'];
  readonly chosen: readonly PromptId[];
  readonly onChange: (chosen: readonly PromptId[]) => void;
}

/** The questions that were answered, under their themes; a theme stands for all of its own. */
export function PromptFilter({ prompts, chosen, onChange }: PromptFilterProps) {
  return (
    <div className={styles.prompts}>
      {promptThemes.map((theme) => {
        const own = prompts.filter((prompt) => prompt.theme === theme);
        if (own.length === 0) return null;
        const label = message(`library.theme.${theme}`);
        const others = chosen.filter((id) => !own.some((prompt) => prompt.id === id));
        const mine = own.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
        const isWhole = mine.length === own.length;
        return (
          <AnyWords
            key={theme}
            layout="underFirst"
            label={label}
            words={[{ value: theme, label }, ...own.map(({ id, text }) => ({ value: id, label: text }))]}
            values={isWhole ? [theme, ...mine] : mine}
            onChange={(values) => {
              const isOfTheme = values.some((value) => value === theme) !== isWhole;
              const wanted = isOfTheme ? (isWhole ? [] : own) : own.filter(({ id }) => values.includes(id));
              onChange([...others, ...wanted.map(({ id }) => id)]);
            }}
          />
        );
      })}
    </div>
  );
}
