import { call } from '../../../bridge/client';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { usePaper, type Paper } from '../../../session/paperStore';
import { showToast } from '../../../session/toastStore';

const nextFrame = async (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });

/** Pictures hear of their new width in one frame, draw in the next, and place what depends on it in the third. */
const framesToSettle = 4;

/** Lays the page out as wide as paper, prints it, and puts it back, whatever comes of it. */
export async function printPaper(paper: Paper): Promise<void> {
  const page = document.documentElement;
  usePaper.setState({ paper, wanted: null });
  page.dataset['paper'] = 'insights';
  for (let frame = 0; frame < framesToSettle; frame += 1) await nextFrame();
  const reply = await call('page.print', {});
  delete page.dataset['paper'];
  usePaper.setState({ paper: null });
  if (reply.ok || reply.error.type === 'Cancelled') return;
  const text =
    reply.error.type === 'PrintFailed' ? message('saving.printFailed') : failureMessage(reply.error);
  showToast({ text });
}
