import type { InlineRun } from '../../../../shared/document/markdown/inlineRuns';

const isWord = (run: InlineRun): boolean =>
  run.kind === 'link' || (run.kind === 'text' && run.text.trim() !== '');

/** Writes one line of words with marks, links and breaks; blanks come together as they do on a page. */
export class InlineWriter {
  #runs: InlineRun[] = [];
  #link: { readonly url: string; readonly runs: InlineRun[] } | null = null;

  text(text: string, format: number): void {
    const collapsed = text.replaceAll(/[ \t\r\n\f]+/g, ' ');
    const words = this.#endsInBlank() ? collapsed.replace(/^ /, '') : collapsed;
    if (words === '') return;
    const runs = this.#into();
    const last = runs.at(-1);
    if (last?.kind === 'text' && last.format === format)
      runs[runs.length - 1] = { kind: 'text', text: last.text + words, format };
    else runs.push({ kind: 'text', text: words, format });
  }

  lineBreak(): void {
    this.#trimEnd();
    this.#into().push({ kind: 'break' });
  }

  /** Null: an address that is not kept, so that only the words are. */
  beginLink(url: string | null): void {
    this.endLink();
    if (url !== null) this.#link = { url, runs: [] };
  }

  endLink(): void {
    const link = this.#link;
    this.#link = null;
    if (link === null || link.runs.length === 0) return;
    this.#runs.push({ kind: 'link', url: link.url, runs: link.runs });
  }

  /** The line, without blanks and breaks around it; empty when there is nothing on it. A link that is open goes on in the next. */
  take(): readonly InlineRun[] {
    const open = this.#link;
    this.endLink();
    this.#trimEnd();
    const runs = this.#runs;
    this.#runs = [];
    if (open !== null) this.#link = { url: open.url, runs: [] };
    const first = runs.findIndex(isWord);
    return first === -1 ? [] : runs.slice(first, runs.findLastIndex(isWord) + 1);
  }

  #into(): InlineRun[] {
    return this.#link?.runs ?? this.#runs;
  }

  #last(): InlineRun | undefined {
    const inLink = this.#link?.runs.at(-1);
    if (inLink !== undefined) return inLink;
    const last = this.#runs.at(-1);
    return last?.kind === 'link' ? last.runs.at(-1) : last;
  }

  #endsInBlank(): boolean {
    const last = this.#last();
    return last === undefined || last.kind === 'break' || (last.kind === 'text' && last.text.endsWith(' '));
  }

  #trimEnd(): void {
    const runs = this.#into();
    const last = runs.at(-1);
    if (last?.kind !== 'text' || !last.text.endsWith(' ')) return;
    const text = last.text.slice(0, -1);
    if (text === '') runs.pop();
    else runs[runs.length - 1] = { ...last, text };
  }
}
