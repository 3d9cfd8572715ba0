import { z } from 'zod';

const lines = z.string().max(8000);

export const hardDayPeopleLimit = 24;

/** The page "If today is hard", as the person wrote it. Everything is plain text, a number too: nothing here dials. */
export const hardDayPageSchema = z.strictObject({
  people: z
    .array(z.strictObject({ name: z.string().max(120), number: z.string().max(80) }))
    .max(hardDayPeopleLimit)
    .readonly(),
  /** The number that brings help where they live; it differs from country to country. */
  emergencyNumber: z.string().max(80),
  /** What helped before, one a line; places and words to read, as they like. */
  steps: lines,
  places: lines,
  words: lines,
});
export type HardDayPage = z.infer<typeof hardDayPageSchema>;

export const emptyHardDayPage: HardDayPage = {
  people: [],
  emergencyNumber: '',
  steps: '',
  places: '',
  words: '',
};

const isBlank = (text: string): boolean => text.trim() === '';

export const isHardDayPageEmpty = ({ people, ...texts }: HardDayPage): boolean =>
  Object.values(texts).every(isBlank) && people.every(({ name, number }) => isBlank(name) && isBlank(number));

/** Lines as they are read: without empty ones and without the bullets people type. */
export const textToLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]\s+)?/, '').trimEnd())
    .filter((line) => line !== '');
