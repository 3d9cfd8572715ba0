import { longestFile } from '../../../ui/pictures/lookAtFile';

/** What no decoder reads; it is told as any other file that is no picture. */
const unreadable = (): Blob => new Blob(['?']);

/** The bytes of a `data:` address. Nothing of what it says of itself is believed: its bytes are looked at as any file's. */
export function dataToFile(source: string): Blob {
  const comma = source.indexOf(',');
  const body = source.slice(comma + 1);
  // Larger than is taken in, whatever is in it.
  if ((body.length * 3) / 4 > longestFile) return new Blob([body]);
  try {
    if (!/;\s*base64\s*$/i.test(source.slice(0, comma))) return new Blob([decodeURIComponent(body)]);
    const letters = atob(body.includes('%') ? decodeURIComponent(body) : body);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return new Blob([bytes]);
  } catch {
    return unreadable();
  }
}
