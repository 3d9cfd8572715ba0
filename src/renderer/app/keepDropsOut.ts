import { isTyping } from '../ui/isTyping';

const takesPictures = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-takes-pictures="true"]') !== null;

/** Text where one types, and files on a page alone, which takes pictures out of them. */
function isWelcome({ target, dataTransfer }: DragEvent): boolean {
  if (dataTransfer === null) return false;
  return dataTransfer.types.includes('Files') ? takesPictures(target) : isTyping(target);
}

function refuse(event: DragEvent): void {
  if (isWelcome(event)) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
}

/** Keeps what is dragged onto the window from being opened or taken in. Answers with how to let it in again. */
export function keepDropsOut(target: Window): () => void {
  const types = ['dragenter', 'dragover', 'drop'] as const;
  for (const type of types) target.addEventListener(type, refuse, { capture: true });
  return () => {
    for (const type of types) target.removeEventListener(type, refuse, { capture: true });
  };
}
