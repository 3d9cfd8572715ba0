import { isTyping } from '../ui/isTyping';

/** Files have no place to be dropped in, and text only where one types. */
const isWelcome = (event: DragEvent): boolean =>
  isTyping(event.target) && event.dataTransfer?.types.includes('Files') === false;

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
