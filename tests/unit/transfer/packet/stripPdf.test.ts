import { describe, expect, it } from 'vitest';
import { stripPdf } from '../../../../src/main/transfer/packet/stripPdf';

/** As Chromium's library lays out the last lines of a file; `info` is the dictionary about the document. */
const pdfWith = (info: string, more = ''): Uint8Array =>
  Buffer.from(
    `%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n1 0 obj\n<<${info}>>\nendobj\n${more}xref\n0 2\ntrailer\n<</Size 2\n/Root 7 0 R\n/Info 1 0 R>>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );
const lettersOf = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('latin1');

const chromium = String.raw`/Title (From my journal \(2\))
/Creator (Mozilla/5.0 \(X11; Linux x86_64\) Chrome/130)
/Producer (Skia/PDF (m130))
/CreationDate (D:20261127113000+00'00')
/ModDate (D:20261127113000+00'00')`;

describe('a PDF that is given away', () => {
  it('says its title and its dates, and nothing of who or what made it', () => {
    const before = pdfWith(chromium);
    const after = lettersOf(stripPdf(before));
    expect(after).toContain(String.raw`/Title (From my journal \(2\))`);
    expect(after).toContain('/CreationDate (D:2026');
    expect(after).not.toMatch(/Creator|Producer|Mozilla|Linux|Skia|m130/);
    // Nothing moved: the table of places in the file is as true as before.
    expect(after.length).toBe(before.length);
    expect(after.slice(after.indexOf('>>'))).toBe(lettersOf(before).slice(after.indexOf('>>')));
  });

  it('keeps what it was given as it was', () => {
    const before = pdfWith(chromium);
    const copy = lettersOf(before);
    stripPdf(before);
    expect(lettersOf(before)).toBe(copy);
  });

  it('has titles in either form of writing them', () => {
    const after = lettersOf(stripPdf(pdfWith('/Creator <FEFF0041>\n/Title <FEFF00C9006C>\n/Keywords ()')));
    expect(after).toContain('/Title <FEFF00C9006C>');
    expect(after).not.toMatch(/Creator|Keywords/);
  });

  it.each([
    ['what is about it is no dictionary of strings', pdfWith('/Title (a)\n/Custom [1 2]')],
    ['a string has no end', pdfWith(String.raw`/Title (a)\n/Creator (b\)`)],
    ['there is a second description', pdfWith(chromium, '3 0 obj\n<</Type /Metadata\n/Length 1>>\nendobj\n')],
    ['its object stands there twice', pdfWith(chromium, '1 0 obj\n<</Title (b)>>\nendobj\n')],
    ['nothing says where it is', Buffer.from('%PDF-1.4\ntrailer\n<</Size 2>>\n')],
    ['it is none', Buffer.from('%PDF-')],
  ])('is not given away when %s', (_what, pdf) => {
    expect(stripPdf(pdf)).toBeNull();
  });
});
