/** The part of Electron's frame that is looked at. */
export interface Frame {
  readonly url: string;
}

export interface TrustedPage {
  /** The main frame of the window that is shown now; undefined while there is none. */
  readonly mainFrame: () => Frame | undefined;
  /** Such as "footnote://app". */
  readonly origin: string;
}

/** The page of our own window, in its main frame, from our own origin; nobody else is answered. */
export function isTrustedSender(sender: Frame | null | undefined, page: TrustedPage): boolean {
  if (!sender) return false;
  try {
    // Reading a frame that is gone throws.
    return sender === page.mainFrame() && originOf(sender.url) === page.origin;
  } catch {
    return false;
  }
}

/** `URL.origin` is "null" for every scheme the web does not know, so it is put together here. */
function originOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
