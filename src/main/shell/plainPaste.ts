import type { Stage } from './window';

export interface PlainPaste {
  /** From the menu. */
  readonly choose: () => void;
  /** The page has noted it. Once for each choice: a page that went wrong reads no clipboard by itself. */
  readonly paste: () => void;
}

/** A paste without looks looks like any other paste of text; so the page is told first, and asks for it then. */
export function createPlainPaste(stage: Stage): PlainPaste {
  let isChosen = false;
  return {
    choose: () => {
      isChosen = true;
      stage.send('commandChosen', { command: 'paste-plain' });
    },
    paste: () => {
      if (!isChosen) return;
      isChosen = false;
      stage.window()?.webContents.pasteAndMatchStyle();
    },
  };
}
