import { mount } from './desk';
import { deskKeeper, type DeskKeeper } from './deskKeeper';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { HardDayRoom } from '../../src/renderer/features/hardDay/HardDayRoom';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';
import { useSession } from '../../src/renderer/session/sessionStore';

/** A journal of its own for each test: what one keeps back is none of the next one's business. */
async function open(name: string): Promise<{ readonly keeper: DeskKeeper; readonly leave: () => void }> {
  const keeper = deskKeeper();
  await new Promise((done) => {
    setTimeout(done, 20);
  });
  useSession.getState().enter({ name, place: '~', isSample: false });
  const root = mount(<HardDayRoom />);
  await page.getByRole('heading', { name: 'If today is hard' }).findElement();
  return { keeper, leave: () => root.unmount() };
}

const words = page.getByLabelText('Words to read');

async function write(text: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: /Write something here|Change this page/ }));
  await userEvent.click(words);
  await userEvent.keyboard(text);
}

describe('the page for hard days', () => {
  it('is saved after a pause in typing, and says so then and not before', async () => {
    const { keeper } = await open('One');
    await write('It passed');
    expect(page.getByText('Saved', { exact: true }).elements()).toHaveLength(0);
    await vi.waitFor(() => expect(keeper.hardDay().words).toBe('It passed'));
    await page.getByText('Saved', { exact: true }).first().findElement();
  });

  it('is saved when somebody leaves in the middle of a word', async () => {
    const { keeper, leave } = await open('Two');
    await write('It pas');
    leave();
    await vi.waitFor(() => expect(keeper.hardDay().words).toBe('It pas'));
  });

  it('says when it is not saved, makes a lock wait, and is shown with the newest words to whoever comes back', async () => {
    const { keeper, leave } = await open('Three');
    keeper.refuseWith({ type: 'DiskFull' });
    await write('It passed');
    await page.getByText('The disk is full', { exact: false }).findElement();
    expect(await flushPendingWork()).toBe('failed');
    leave();
    mount(<HardDayRoom />);
    await page.getByText('It passed').findElement();
    keeper.refuseWith(null);
    expect(await flushPendingWork()).toBe('saved');
    expect(keeper.hardDay().words).toBe('It passed');
  });

  it('that is only looked at is not saved', async () => {
    const { keeper, leave } = await open('Four');
    const before = keeper.hardDay();
    await userEvent.click(page.getByRole('button', { name: 'Write something here' }));
    await userEvent.click(page.getByRole('button', { name: 'Done' }));
    leave();
    await flushPendingWork();
    expect(keeper.hardDay()).toBe(before);
  });
});
