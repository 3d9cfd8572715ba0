import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkQuestion } from '../../../src/main/shell/linkQuestion';
import { isLinkAddress } from '../../../src/shared/document/linkAddress';

describe('the question about a link', () => {
  it('says whom the address really reaches, and shows all of it', () => {
    const address = 'https://bank.example@elsewhere.example/x?y=z#end';
    const { message, detail } = linkQuestion(address);
    expect(message).toBe('Open elsewhere.example?');
    expect(detail).toContain(address);
  });

  it('shows a name in letters that look alike as what it is', () => {
    expect(linkQuestion('https://\u0430pple.example').message).toBe('Open xn--pple-43d.example?');
  });

  it('names the mail program for a mailbox', () => {
    const { message, buttons } = linkQuestion('mailto:mara@example.org?subject=hello');
    expect(message).toBe('Write to mara@example.org?');
    expect(buttons).toEqual(['Cancel', 'Open in the mail program']);
  });

  it('opens at neither Enter nor Escape', () => {
    expect(linkQuestion('https://example.org')).toMatchObject({ defaultId: 0, cancelId: 0 });
  });

  it('asks about every address that can be kept', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withQueryParameters: true }),
          fc.string({ unit: 'binary' }).map((end) => `mailto:a@${end.replaceAll(/\s/gu, '')}`),
        ),
        (address) => {
          fc.pre(isLinkAddress(address));
          expect(linkQuestion(address).detail).toContain(address);
        },
      ),
    );
  });
});
