let wantedAt = Number.NEGATIVE_INFINITY;
const wantedMs = 1_000;

/** A paste by its keys or from the menu says so a moment before it comes; the clipboard itself does not tell. */
export function wantPlainPaste(wish: 'yes' | 'no'): void {
  wantedAt = wish === 'yes' ? performance.now() : Number.NEGATIVE_INFINITY;
}

/** What is pasted now is meant as it stands. */
export const isPlainPasteWanted = (): boolean => performance.now() - wantedAt < wantedMs;
