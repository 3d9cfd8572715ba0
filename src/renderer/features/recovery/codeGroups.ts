/** The groups of a code, in their order. */
export const codeToGroups = (code: string): readonly string[] => code.split('-');

/** Letters that look like figures, read as Crockford's base 32 reads them. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['I', '1'],
  ['L', '1'],
]);

/** As it stands on the kit, whatever case, spaces or dashes it was typed with. */
export function tidyGroup(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return [...letters].map((letter) => lookalikes.get(letter) ?? letter).join('');
}

/** Which of the groups that were asked for are not as on the kit, counted from 0 like `asked`. */
export function wrongGroups(
  { code, asked }: { readonly code: string; readonly asked: readonly number[] },
  typed: readonly string[],
): readonly number[] {
  const groups = codeToGroups(code);
  return asked.filter((group, index) => tidyGroup(typed[index] ?? '') !== groups[group]);
}
