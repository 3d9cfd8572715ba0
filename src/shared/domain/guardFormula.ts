/**
 * Free text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection").
 * Taking one apostrophe off whatever matches the same pattern gives the text back.
 */
export const guardFormula = (text: string): string =>
  /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
