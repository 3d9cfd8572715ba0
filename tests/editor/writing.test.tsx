import { entryId, openDesk, press } from './desk';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pauseMs } from '../../src/renderer/features/write/autosave';
import { createDocument, createParagraph, createText } from '../../src/shared/document/createDocument';
import { markdownToDocument } from '../../src/shared/document/markdown';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';

const pause = async (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

/** Types and waits until it is in the journal. */
async function written(keys: string, start: Parameters<typeof openDesk>[0] = {}): Promise<string> {
  const desk = await openDesk(start);
  await userEvent.keyboard(keys);
  await flushPendingWork();
  return desk.inJournal();
}

describe('a page', () => {
  it('is saved after a pause in typing, and says so', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('The one who counts kerbs.');
    await desk.saved();
    expect(desk.inJournal()).toBe('The one who counts kerbs.\n');
    expect(desk.keeper.entries()).toHaveLength(1);
  });

  it('that was opened and looked at is not saved', async () => {
    const desk = await openDesk({ entry: markdownToDocument('# Tonight\n\n- a\n- b\n\n> quoted') });
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Control>}{Home}{/Control}');
    await pause(pauseMs * 3);
    await flushPendingWork();
    expect(desk.keeper.saves()).toEqual([]);
  });

  it('that stays empty is not saved', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('a{Backspace}');
    await flushPendingWork();
    expect(desk.keeper.saves()).toEqual([]);
  });

  it('that is left in the middle of a word is saved', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('half a wo');
    desk.leave();
    await vi.waitFor(() => expect(desk.inJournal()).toBe('half a wo\n'));
  });

  it('says when it is not saved and keeps the text on the screen', async () => {
    const desk = await openDesk();
    desk.keeper.refuseWith({ type: 'DiskFull' });
    await userEvent.keyboard('not safe yet');
    await page.getByText('The disk is full', { exact: false }).findElement();
    await expect.element(page.getByText('Not saved yet')).toBeVisible();
    desk.keeper.refuseWith(null);
    await userEvent.click(page.getByRole('button', { name: 'Try now' }));
    await desk.saved();
    expect(desk.inJournal()).toBe('not safe yet\n');
  });

  it('that is opened again while the disk is full shows the newest words, and saves them to the same entry', async () => {
    const desk = await openDesk({ entry: createDocument([createParagraph([createText('before')])]) });
    desk.keeper.refuseWith({ type: 'DiskFull' });
    await press('{Control>}{End}{/Control}');
    await userEvent.keyboard(' and newer');
    await page.getByText('The disk is full', { exact: false }).findElement();
    const text = await desk.openAgain();
    expect(text.textContent).toBe('before and newer');
    desk.keeper.refuseWith(null);
    await flushPendingWork();
    expect(desk.inJournal()).toBe('before and newer\n');
    expect(desk.keeper.entries()).toEqual([entryId]);
  });

  it('of a later version can be written on, and keeps what is not known as it is', async () => {
    const map = { type: 'map', version: 3, place: 'orchard', children: [createText('the orchard path')] };
    const desk = await openDesk({
      entry: createDocument([
        createParagraph([createText('before')]),
        map,
        createParagraph([createText('after')]),
      ]),
    });
    await expect.element(page.getByText('the orchard path')).toBeVisible();
    await flushPendingWork();
    expect(desk.keeper.saves()).toEqual([]);
    await press('{Control>}{Home}{/Control}');
    await userEvent.keyboard('mine, ');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('mine, before\n\nthe orchard path\n\nafter\n');
    expect(desk.keeper.newest()?.root.children?.[1]).toEqual(map);
  });

  it('counts the words of the person in the margin', async () => {
    await openDesk({ prompt: 'identity-value' });
    await userEvent.keyboard('four words of mine');
    await page.getByText('4 words').findElement();
  });
});

describe('a long page', () => {
  it('shows text without a space in simpler letters, and no other', async () => {
    const desk = await openDesk({
      entry: createDocument([
        createParagraph([createText('a key: ' + 'QkFTRTY0'.repeat(1000))]),
        createParagraph([createText('words of any length '.repeat(500))]),
      ]),
    });
    const kerning = () =>
      [...desk.text.querySelectorAll('span')].map((text) => getComputedStyle(text).fontKerning);
    await vi.waitFor(() => expect(kerning()).toEqual(['none', 'auto']));
    await press('{Control>}{Home}{/Control}');
    await userEvent.keyboard('still ');
    expect(kerning()).toEqual(['none', 'auto']);
  });

  it('keeps the line one writes on above the tools', async () => {
    await page.viewport(900, 600);
    const desk = await openDesk();
    const scroller = desk.text.closest('main')?.parentElement;
    Object.assign(scroller?.style ?? {}, { blockSize: '100vh', overflowY: 'auto' });
    await press('line{Enter}'.repeat(40));
    const tools = document.querySelector('[role="toolbar"]')?.getBoundingClientRect();
    const line = desk.text.lastElementChild?.getBoundingClientRect();
    expect(line?.bottom).toBeLessThanOrEqual(tools?.top ?? 0);
    expect(tools?.bottom).toBeLessThanOrEqual(600);
  });
});

describe('Markdown while typing', () => {
  it.each([
    ['# Tonight', '# Tonight\n'],
    ['### Small', '### Small\n'],
    ['#### Not a heading', '\\#### Not a heading\n'],
    ['- one{Enter}two', '- one\n- two\n'],
    ['3. three', '3. three\n'],
    ['> said', '> said\n'],
    ['a **bold** word', 'a **bold** word\n'],
    ['an *italic* word', 'an *italic* word\n'],
    ['a ~~struck~~ word', 'a ~~struck~~ word\n'],
  ])('turns %j into what it means', async (keys, markdown) => {
    expect(await written(keys)).toBe(markdown);
  });

  it('makes a divider of three dashes', async () => {
    expect(await written('above{Enter}--- below')).toBe('above\n\n---\n\nbelow\n');
  });

  it.each([
    ['[[] shoes', '- [ ] shoes\n'],
    ['- [[ ] shoes', '- [ ] shoes\n'],
    ['* [[x] shoes', '- [x] shoes\n'],
    ['- [[ ] shoes{Enter}water', '- [ ] shoes\n- [ ] water\n'],
    // Two lists one after the other are told apart by their signs.
    ['- plain{Enter}[[ ] shoes', '- plain\n\n* [ ] shoes\n'],
    ['- see [[ ] shoes', '- see \\[ \\] shoes\n'],
  ])('makes a checklist of brackets: %j', async (keys, markdown) => {
    expect(await written(keys)).toBe(markdown);
  });

  it.each([
    ['see [[the path](https://example.org/a) now', 'see [the path](https://example.org/a) now\n'],
    ['[[post](mailto:a@example.org)', '[post](mailto:a@example.org)\n'],
    ['[[bare](example.org)', '[bare](https://example.org)\n'],
  ])('makes a link of %j', async (keys, markdown) => {
    expect(await written(keys)).toBe(markdown);
  });

  it.each(['[[a](javascript:alert(1)', '[[a](file:///etc)', '![[a](https://example.org/a.png)'])(
    'leaves %j as it was typed',
    async (keys) => {
      const desk = await openDesk();
      await userEvent.keyboard(keys);
      await flushPendingWork();
      expect(desk.text.textContent).toBe(keys.replace('[[', '['));
      expect(desk.text.querySelector('a')).toBeNull();
    },
  );

  it('takes a typed task back with undo', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('- [[ ] ');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(desk.text.textContent).toContain('[ ]');
  });
});

describe('keys', () => {
  it('make marks and blocks', async () => {
    const marks = 'plain {Control>}b{/Control}bold{Control>}b{/Control} {Control>}i{/Control}italic';
    expect(await written(marks)).toBe('plain **bold** *italic*\n');
  });

  it('make a heading and take it back', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('Tonight{Control>}{Alt>}2{/Alt}{/Control}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('## Tonight\n');
    await userEvent.keyboard('{Control>}{Alt>}2{/Alt}{/Control}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('Tonight\n');
  });

  it('undo and redo', async () => {
    const desk = await openDesk({ entry: createDocument([createParagraph([createText('before')])]) });
    await userEvent.keyboard('{Control>}{End}{/Control} and after');
    await flushPendingWork();
    await userEvent.keyboard('{Control>}z{/Control}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('before\n');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('before and after\n');
  });

  it('never undo the text an entry was opened with', async () => {
    const desk = await openDesk({ entry: createDocument([createParagraph([createText('before')])]) });
    await userEvent.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
    await flushPendingWork();
    expect(desk.text.textContent).toBe('before');
    expect(desk.keeper.saves()).toEqual([]);
  });

  it('change the depth of a list line with Tab, and leave the page with it elsewhere', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('- one{Enter}two{Tab}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('- one\n  - two\n');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}{Enter}plain{Tab}');
    expect(document.activeElement).not.toBe(desk.text);
  });
});

describe('a checklist', () => {
  it('is ticked with the mouse and unticked again', async () => {
    const desk = await openDesk({ entry: markdownToDocument('- [ ] shoes\n- [ ] water') });
    const line = page.getByRole('checkbox').first();
    await userEvent.click(line, { position: { x: 8, y: 14 } });
    await flushPendingWork();
    expect(desk.inJournal()).toBe('- [x] shoes\n- [ ] water\n');
    await userEvent.click(line, { position: { x: 8, y: 14 } });
    await flushPendingWork();
    expect(desk.inJournal()).toBe('- [ ] shoes\n- [ ] water\n');
  });
});

describe('a prompt', () => {
  it('stands at the head with the caret in the answer', async () => {
    const desk = await openDesk({ prompt: 'identity-value' });
    await userEvent.keyboard('Running did.');
    await flushPendingWork();
    const [question, answer] = desk.inJournal().split('\n\n');
    expect(question).toMatch(/^> \*\*.+\?\*\* <!-- prompt: identity-value -->$/);
    expect(answer).toBe('Running did.\n');
  });

  it('alone is no entry', async () => {
    const desk = await openDesk({ prompt: 'identity-value' });
    await userEvent.keyboard('a{Backspace}');
    await flushPendingWork();
    expect(desk.keeper.saves()).toEqual([]);
  });

  it('cannot be typed into: a click on it leads to the answer', async () => {
    const desk = await openDesk({ prompt: 'identity-value' });
    const question = desk.text.querySelector('[data-block="prompt"]');
    const before = question?.textContent;
    await userEvent.click(page.elementLocator(question ?? desk.text));
    await userEvent.keyboard('mine');
    expect(question?.textContent).toBe(before);
    expect(desk.text.lastElementChild?.textContent).toBe('mine');
  });

  it('is taken away whole: one key selects it, the next deletes it, undo brings it back', async () => {
    const desk = await openDesk({ prompt: 'identity-value' });
    await press('mine{Home}');
    await press('{Backspace}');
    expect(desk.text.querySelector('[data-block="prompt"]')?.getAttribute('data-selected')).toBe('true');
    expect(desk.text.textContent).toContain('mine');
    await userEvent.keyboard('{Backspace}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('mine\n');
    await userEvent.keyboard('{Control>}z{/Control}');
    await flushPendingWork();
    expect(desk.inJournal()).toContain('prompt: identity-value');
  });

  it.each(['{Enter}', '{ArrowDown}', '{ArrowRight}'])('is left for the answer with %s', async (key) => {
    const desk = await openDesk({ prompt: 'identity-value' });
    await press('mine{Home}');
    await press('{Backspace}');
    await press(key);
    await userEvent.keyboard('all ');
    expect(desk.text.lastElementChild?.textContent).toBe('all mine');
  });

  it('keeps its question when everything is made bold or a heading', async () => {
    const desk = await openDesk({ prompt: 'identity-value' });
    await userEvent.keyboard(
      'mine{Control>}a{/Control}{Control>}b{/Control}{Control>}{Alt>}1{/Alt}{/Control}',
    );
    await flushPendingWork();
    const [question, answer] = desk.inJournal().split('\n\n');
    expect(question).toMatch(/^> \*\*[^*]+\*\* <!-- prompt: identity-value -->$/);
    expect(answer).toBe('# **mine**\n');
  });

  it('shows what was answered before and where it comes from', async () => {
    await openDesk({ prompt: 'identity-value' });
    await page.getByText('The kid with the broken spokes.').findElement();
    await page.getByText('Running as Therapy', { exact: false }).findElement();
  });
});

describe('moving to the bin', () => {
  it('takes the last words along', async () => {
    const desk = await openDesk({ entry: createDocument([createParagraph([createText('before')])]) });
    await userEvent.keyboard('{Control>}{End}{/Control} the end');
    await userEvent.click(page.getByRole('button', { name: 'Move to bin' }));
    await page.getByText('The entry is in the bin.').findElement();
    expect(desk.inJournal()).toBe('before the end\n');
    expect(desk.keeper.entries()).toEqual([entryId]);
  });
});
