import { promptThemes, type Prompt, type PromptTheme } from '../../../shared/domain/prompt';

/** A source with the number it has under its theme. */
interface NumberedSource {
  readonly number: number;
  readonly source: Prompt['source'];
}

export interface Theme {
  readonly theme: PromptTheme;
  readonly prompts: readonly { readonly prompt: Prompt; readonly footnote: number }[];
  readonly sources: readonly NumberedSource[];
}

const isSame = (one: Prompt['source'], other: Prompt['source']): boolean =>
  one.article === other.article && one.section === other.section;

function promptsToTheme(theme: PromptTheme, prompts: readonly Prompt[]): Theme {
  const sources: NumberedSource[] = [];
  const numbered = prompts.map((prompt) => {
    const known = sources.find(({ source }) => isSame(source, prompt.source));
    const footnote = known?.number ?? sources.length + 1;
    if (!known) sources.push({ number: footnote, source: prompt.source });
    return { prompt, footnote };
  });
  return { theme, prompts: numbered, sources };
}

/** The library as it is printed: themes that have prompts, in their order, each with its footnotes counted from 1. */
export const promptsToThemes = (prompts: readonly Prompt[]): readonly Theme[] =>
  promptThemes
    .map((theme) =>
      promptsToTheme(
        theme,
        prompts.filter((prompt) => prompt.theme === theme),
      ),
    )
    .filter(({ prompts: ofTheme }) => ofTheme.length > 0);

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** A theme keeps its number also when others are not shown. */
export const themeNumber = (theme: PromptTheme): string => romans[promptThemes.indexOf(theme)] ?? '';
