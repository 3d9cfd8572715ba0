import { openDesk, press, type Desk } from './desk';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';
import {
  createDocument,
  createParagraph,
  createPromptedDocument,
  createText,
} from '../../src/shared/document/createDocument';
import type { DocumentNode } from '../../src/shared/document/schema';
import { markdownToDocument } from '../../src/shared/document/markdown';
import { promptIdSchema } from '../../src/shared/id';

const up = '{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}';
const down = '{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}';

async function openAtTop(markdown: string): Promise<Desk> {
  const desk = await openDesk({ entry: markdownToDocument(markdown) });
  await press('{Control>}{Home}{/Control}');
  return desk;
}

async function inJournal(desk: Desk): Promise<string> {
  await flushPendingWork();
  return desk.inJournal();
}

const says = async (words: string): Promise<void> => {
  await page.getByText(words).findElement();
};

describe('moving blocks by keys', () => {
  it('moves the block past its neighbour, with the caret in its words, and says so', async () => {
    const desk = await openAtTop('one\n\n> two\n\nthree');
    await press('{ArrowRight}');
    await press(down);
    await says('Moved to 2 of 3.');
    expect(await inJournal(desk)).toBe('> two\n\none\n\nthree\n');
    await userEvent.keyboard('!');
    expect(await inJournal(desk)).toBe('> two\n\no!ne\n\nthree\n');
    await press(up);
    await says('Moved to 1 of 3.');
    await press(up);
    await says('It is at the top already.');
    expect(await inJournal(desk)).toBe('o!ne\n\n> two\n\nthree\n');
  });

  it('is one step to undo', async () => {
    const desk = await openAtTop('one\n\ntwo\n\nthree');
    await press(down);
    await press(down);
    await press('{Control>}z{/Control}');
    expect(await inJournal(desk)).toBe('two\n\none\n\nthree\n');
  });

  it('moves everything that is selected', async () => {
    const desk = await openAtTop('one\n\ntwo\n\nthree');
    await press('{Shift>}{ArrowDown}{/Shift}');
    await press(down);
    expect(await inJournal(desk)).toBe('three\n\none\n\ntwo\n');
  });

  it('moves a line inside its list, with the lines nested under it', async () => {
    const desk = await openAtTop('- one\n  - deep\n- two\n- three\n\nafter');
    await press(down);
    await says('Line moved to 2 of 3.');
    expect(await inJournal(desk)).toBe('- two\n- one\n  - deep\n- three\n\nafter\n');
    await press(`${down}${down}`);
    await says('It is at the end already.');
    expect(await inJournal(desk)).toBe('- two\n- three\n- one\n  - deep\n\nafter\n');
  });
});

const prompted = (id: string, question: string, answer: string): readonly DocumentNode[] => {
  const { children = [] } = createPromptedDocument(promptIdSchema.parse(id), question).root;
  return children.map((node) => (node.type === 'prompt' ? node : createParagraph([createText(answer)])));
};

const lines = ({ text }: Desk): readonly string[] =>
  [...text.children].map((block) => block.textContent ?? '');

describe('moving a prompt', () => {
  const entry = createDocument([
    createParagraph([createText('before')]),
    ...prompted('identity-value', 'First?', 'my first'),
    createParagraph([createText('more of it')]),
    ...prompted('identity-play', 'Second?', 'my second'),
  ]);
  it('takes its answer along, past the next question with its answer', async () => {
    const desk = await openDesk({ entry });
    await press('{Control>}{Home}{/Control}');
    await press('{ArrowDown}{ArrowUp}');
    await userEvent.click(page.getByText('First?'));
    await press('{Control>}{Home}{/Control}{ArrowDown}');
    await press('{Home}{Backspace}');
    expect(desk.text.querySelector('[data-selected]')?.textContent).toBe('First?');
    await press(down);
    expect(lines(desk)).toEqual(['before', 'Second?', 'my second', 'First?', 'my first', 'more of it']);
    await says('Question and answer moved to 2 of 2.');
    await press(up);
    await press(up);
    expect(lines(desk)).toEqual(['before', 'First?', 'my first', 'more of it', 'Second?', 'my second']);
    await says('It is at the top already.');
  });

  it('lets a block of its answer go where it is wanted', async () => {
    const desk = await openDesk({ entry });
    await press('{Control>}{End}{/Control}');
    await press(`${up}`);
    expect(lines(desk)).toEqual(['before', 'First?', 'my first', 'more of it', 'my second', 'Second?', '']);
  });
});

describe('dragging a block', () => {
  it('puts it where it is dropped, as one step to undo', async () => {
    await page.viewport(1200, 800);
    const desk = await openAtTop('one\n\ntwo\n\nthree');
    Object.assign(desk.text.closest('main')?.style ?? {}, { paddingInlineStart: '4rem' });
    const [first, , last] = [...desk.text.children];
    const handle = document.querySelector('[title^="Drag to move"]');
    if (handle === null || first === undefined || last === undefined) throw new Error('Nothing to drag.');
    await userEvent.hover(first);
    await expect.poll(() => handle.getAttribute('data-shown')).toBe('true');
    await userEvent.dragAndDrop(handle, last, { targetPosition: { x: 20, y: 28 } });
    expect(await inJournal(desk)).toBe('two\n\nthree\n\none\n');
    await userEvent.click(desk.text);
    await press('{Control>}z{/Control}');
    expect(await inJournal(desk)).toBe('one\n\ntwo\n\nthree\n');
  });
});
