/** What spreadsheets begin a formula with, behind any number of apostrophes. */
const begin = String.raw`'*[=+\-@\t\r\n＝＋－＠]`;
const formula = new RegExp(`^${begin}`);
const guarded = new RegExp(`^'(?=${begin})`);

/** Free text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection"). */
export const guardFormula = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text as it was before `guardFormula`, whatever it was. */
export const unguardFormula = (cell: string): string => cell.replace(guarded, '');
