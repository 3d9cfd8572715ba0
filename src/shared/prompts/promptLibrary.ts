import english from '../../../content/prompts/en.json';
import { promptLibrarySchema, type Prompt } from '../domain/prompt';

/** Every prompt that ships with Footnote, in the order of the library. */
export const promptLibrary: readonly Prompt[] = promptLibrarySchema.parse(english).prompts;

const promptsById: ReadonlyMap<string, Prompt> = new Map(promptLibrary.map((prompt) => [prompt.id, prompt]));

/** Undefined for a prompt of a later version or one that has left the library; an entry keeps its text anyway. */
export const promptById = (id: string): Prompt | undefined => promptsById.get(id);
