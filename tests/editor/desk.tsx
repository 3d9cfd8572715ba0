import { deskKeeper, type DeskKeeper } from './deskKeeper';
import '../../src/renderer/styles/fonts.css';
import '../../src/renderer/styles/tokens.css';
import '../../src/renderer/styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { expect, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { queryClient } from '../../src/renderer/bridge/queries';
import { WriteRoom } from '../../src/renderer/features/write/WriteRoom';
import { useSession } from '../../src/renderer/session/sessionStore';
import { hideToast } from '../../src/renderer/session/toastStore';
import { Toast } from '../../src/renderer/ui/Toast';
import { documentToMarkdown } from '../../src/shared/document/markdown';
import type { Spelling } from '../../src/shared/domain/settings';
import type { JournalDocument } from '../../src/shared/document/schema';
import { entryIdSchema, promptIdSchema, type EntryId } from '../../src/shared/id';

export const entryId = entryIdSchema.parse('018f0000-0000-7000-8000-000000000001');

export interface Desk {
  readonly keeper: DeskKeeper;
  readonly text: HTMLElement;
  readonly leave: () => void;
  /** Leaves and opens the entry again, as from the list. Answers with the page there is then. */
  readonly openAgain: () => Promise<HTMLElement>;
  /** Waits until the page says so. */
  readonly saved: () => Promise<void>;
  /** The newest text in the journal, as Markdown. */
  readonly inJournal: () => string;
}

export function mount(content: ReactNode): Root {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  root.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        {content}
        <Toast />
      </QueryClientProvider>
    </StrictMode>,
  );
  onTestFinished(() => {
    root.unmount();
    place.remove();
    hideToast();
    queryClient.clear();
  });
  return root;
}

/** Keys that move the caret: the page hears of it a moment later, which nobody is fast enough to notice. */
export async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys);
  await new Promise((done) => {
    setTimeout(done, 60);
  });
}

interface Start {
  readonly prompt?: string;
  readonly entry?: JournalDocument;
  /** Whether the page is clicked into once it is there; it is, unless somebody wants to see where the caret went by itself. */
  readonly click?: 'no';
  /** Off unless given. */
  readonly spelling?: Spelling;
}

/** The real room over the real bridge; behind it a keeper that follows the contract. */
export async function openDesk(start: Start = {}): Promise<Desk> {
  const keeper = deskKeeper(start.spelling);
  // Its port travels by a message: until that is there, questions go to the keeper of the test before.
  await new Promise((done) => {
    setTimeout(done, 20);
  });
  const id: EntryId | null = start.entry === undefined ? null : entryId;
  if (start.entry !== undefined) keeper.put(entryId, start.entry);
  const promptId = start.prompt === undefined ? null : promptIdSchema.parse(start.prompt);
  useSession.getState().enter({ name: 'Desk', place: '~', isSample: false });
  const root = mount(<WriteRoom entryId={id} promptId={promptId} />);
  const box = page.getByRole('textbox', { name: 'Your text' });
  await box.findElement();
  const text = box.element();
  if (!(text instanceof HTMLElement)) throw new Error('The page has no text to write in.');
  if (start.entry !== undefined && text.isContentEditable && start.click !== 'no')
    await userEvent.click(text);
  if (start.entry === undefined) await vi.waitFor(() => expect(document.activeElement).toBe(text));
  return {
    keeper,
    text,
    leave: () => root.unmount(),
    openAgain: async () => {
      root.unmount();
      mount(<WriteRoom entryId={entryId} promptId={null} />);
      const opened = await page.getByRole('textbox', { name: 'Your text' }).findElement();
      if (!(opened instanceof HTMLElement)) throw new Error('The page has no text to write in.');
      return opened;
    },
    saved: async () => {
      await page.getByText('Saved', { exact: true }).first().findElement();
    },
    inJournal: () => {
      const newest = keeper.newest();
      return newest === undefined ? '' : documentToMarkdown(newest);
    },
  };
}
