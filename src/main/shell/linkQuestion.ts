import type { MessageBoxOptions } from 'electron';
import { words } from './words';

/** Whom an address really reaches: what stands before an "@" or looks like another alphabet fools nobody here. */
function addressee(address: string): string {
  if (!URL.canParse(address)) return address;
  const { protocol, host, pathname } = new URL(address);
  return protocol === 'mailto:' ? pathname : host;
}

/** The second button opens; Enter and Escape do not. */
export function linkQuestion(address: string): MessageBoxOptions {
  const isMail = address.toLowerCase().startsWith('mailto:');
  const { link } = words;
  return {
    type: 'question',
    message: isMail ? link.write(addressee(address)) : link.open(addressee(address)),
    detail: `${address}\n\n${isMail ? link.mailNote : link.browserNote}`,
    buttons: [link.cancel, isMail ? link.inMailProgram : link.inBrowser],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}
