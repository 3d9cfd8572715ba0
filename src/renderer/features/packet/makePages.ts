import type { PacketFormat } from '../../../shared/packet/packetFile';
import { call } from '../../bridge/client';
import { failureMessage } from '../../i18n/failureMessage';
import { shortPlace } from '../../ui/shortPlace';
import { message } from '../../i18n/i18n';
import type { Paper } from '../../../shared/packet/paper';
import type { Failure } from '../../../shared/ipc/failures';

const nextFrame = async (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });

/** A window that is not seen draws no frames, but has its timers. */
const pressedMeanwhile = async (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 30);
  });

interface PagesToMake {
  readonly title: string;
  readonly paper: Paper;
  readonly sheet: HTMLElement;
}

/** Lays out only the pages while `work` is done, and puts everything back, whatever comes of it. */
async function onPages<Value>(
  { title, paper, sheet }: PagesToMake,
  work: () => Promise<Value>,
): Promise<Value> {
  const page = document.documentElement;
  const before = document.title;
  await Promise.allSettled([...sheet.querySelectorAll('img')].map(async (image) => image.decode()));
  page.dataset['packet'] = paper;
  // A PDF is called so; the window is not.
  document.title = title;
  try {
    await nextFrame();
    await nextFrame();
    return await work();
  } finally {
    delete page.dataset['packet'];
    document.title = before;
  }
}

const inWords = (error: Failure): string =>
  error.type === 'PrintFailed' ? message('packet.notMade') : failureMessage(error);

/**
 * What one does with the pages. Each answers with what to say about it; null where the person changed their mind. `begin` is asked once
 * the place is chosen: pages can't be left half made, but once its signal says stop they go nowhere.
 */
export async function savePages(
  format: PacketFormat,
  pages: PagesToMake,
  /** UTF-8; for a zip. */
  passphrase: Uint8Array<ArrayBuffer>,
  begin: () => AbortSignal,
): Promise<string | null> {
  try {
    const target = await call('packet.chooseTarget', { format });
    if (!target.ok) return target.error.type === 'Cancelled' ? null : failureMessage(target.error);
    const stop = begin();
    const made = await onPages(pages, async () => call('packet.makePdf', {}));
    // While they were laid out the page could answer nothing; what was pressed meanwhile is heard first.
    await pressedMeanwhile();
    if (stop.aborted) return message('packet.stopped');
    if (!made.ok) return inWords(made.error);
    const file = { token: target.value.token, pdf: made.value.pdf };
    const saved = await call(
      'packet.save',
      format === 'pdf' ? { ...file, format } : { ...file, format, passphrase },
    );
    return saved.ok
      ? message('packet.saved', { place: shortPlace(target.value.place) })
      : inWords(saved.error);
  } finally {
    passphrase.fill(0);
  }
}

export async function printPages(pages: PagesToMake): Promise<string | null> {
  const reply = await onPages(pages, async () => call('page.print', {}));
  if (reply.ok) return message('packet.printed');
  return reply.error.type === 'Cancelled' ? null : inWords(reply.error);
}
