import { openDesk, press, type Desk } from './desk';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import googleDocs from '../fixtures/paste/googleDocs.html?raw';
import webPage from '../fixtures/paste/webPage.html?raw';
import word from '../fixtures/paste/word.html?raw';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';
import { judgeImageBytes } from '../../src/shared/image/imageBytes';

function paste(desk: Desk, data: Readonly<Record<string, string>>): void {
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
  desk.text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

async function pasted(data: Readonly<Record<string, string>>): Promise<string> {
  const desk = await openDesk();
  paste(desk, data);
  await flushPendingWork();
  return desk.inJournal();
}

describe('pasting plain text', () => {
  it('keeps lines and paragraphs and reads nothing into them', async () => {
    expect(await pasted({ 'text/plain': '# one\r\ntwo\n\n\n*three*\n' })).toBe(
      '\\# one\\\ntwo\n\n\\*three\\*\n',
    );
  });

  it('goes into the line where the caret is', async () => {
    const desk = await openDesk();
    await press('before  after{ArrowLeft>6/}');
    paste(desk, { 'text/plain': 'between' });
    await flushPendingWork();
    expect(desk.inJournal()).toBe('before between after\n');
  });

  it.each([
    ['many lines', 'The one who counts kerbs, and a little more.\n'],
    ['many paragraphs', 'The one who counts kerbs. '.repeat(20).concat('\n\n')],
    ['one line', 'The one who counts kerbs. '],
  ])('takes two megabytes of %s', async (_name, part) => {
    const desk = await openDesk();
    const text = part.repeat(Math.ceil(2_000_000 / part.length));
    paste(desk, { 'text/plain': text });
    await flushPendingWork();
    await userEvent.keyboard('!');
    await flushPendingWork();
    expect(desk.inJournal().length).toBeGreaterThan(1_900_000);
    expect(desk.inJournal()).toMatch(/!\n$/);
  });

  it.each([
    ['a letter too much', { 'text/plain': 'x'.repeat(4_000_001) }],
    ['ten megabytes', { 'text/plain': 'words of any length '.repeat(524_288) }],
    [
      'ten megabytes of HTML',
      { 'text/html': `<p>${'words '.repeat(1_747_626)}</p>`, 'text/plain': 'words '.repeat(1_747_626) },
    ],
  ])('refuses %s in one sentence, and changes nothing', async (_name, data) => {
    const desk = await openDesk();
    await userEvent.keyboard('here');
    paste(desk, data);
    await page.getByText('That is more than one entry can hold', { exact: false }).findElement();
    await flushPendingWork();
    expect(desk.inJournal()).toBe('here\n');
  });
});

describe('pasting Markdown', () => {
  const markdown =
    '## Tonight\n\n- [x] shoes\n- [ ] water\n\n| Day | How |\n| --- | --- |\n| Monday | **slow** |\n';

  it('becomes what it says', async () => {
    expect(await pasted({ 'text/plain': markdown })).toBe(markdown);
  });

  it('stays the text it is by Ctrl+Shift+V, and inside code', async () => {
    const desk = await openDesk();
    await press('{Control>}{Shift>}v{/Shift}{/Control}');
    paste(desk, { 'text/plain': '## Tonight\n- one\n- two' });
    await flushPendingWork();
    expect(desk.inJournal()).toBe('\\## Tonight\\\n\\- one\\\n\\- two\n');
  });
});

describe('pasting from other programs', () => {
  it.each([
    [
      'Word',
      word,
      '# Sunday, twice round\n\nThe orchard was **full** of *fieldfares* and <u>nobody</u> else.\n\n- shoes\n  - laces\n\n1) first the gate\n\n|  |  |\n| --- | --- |\n| **Day** | **How** |\n| Monday | slow |\n',
    ],
    [
      'Google Docs',
      googleDocs,
      '## After the class\n\n**Loud** music, *soft* knees, ~~no mirror~~ and [the hall](https://example.org/hall)\n\n- one\n  - one below\n\n|  |  |\n| --- | --- |\n| before | after |\n',
    ],
    [
      'a web page',
      webPage,
      '### A small heading\n\nSome **strong**, some *stressed*, some ==marked==, some `path/to` and H2O.\n\n```js\nlet a = 1;\nlet b = 2;\n```\n\n> Quoted words.\n\n3. third\n4. fourth\n   - inside\n\n---\n\nPlain link and another. a pixel\n',
    ],
  ])('keeps what %s puts on the clipboard as blocks and marks of ours', async (_name, html, markdown) => {
    expect(await pasted({ 'text/html': html, 'text/plain': 'x' })).toBe(markdown);
  });
});

describe('pasting HTML', () => {
  it('keeps our blocks and marks and drops the dress', async () => {
    const html =
      '<h1 style="color:red">Title</h1><p style="text-align:center">a <b>bold</b> and <u>under</u> <span style="font-size:40px">large</span></p>' +
      '<ul><li>one</li><li>two</li></ul><h5>deep</h5><a href="https://example.org" target="_blank" title="t">a link</a>';
    expect(await pasted({ 'text/html': html, 'text/plain': 'x' })).toBe(
      '# Title\n\na **bold** and <u>under</u> large\n\n- one\n- two\n\n### deep\n\n[a link](https://example.org)\n',
    );
  });

  it('runs nothing, fetches nothing and keeps no address that could', async () => {
    const marker = `attack${Math.floor(performance.now())}`;
    const html =
      `<img src="https://${marker}.invalid/x.png" onerror="window.${marker}=1"><script>window.${marker}=1</script>` +
      `<iframe srcdoc="<script>parent.${marker}=1</script>"></iframe><style>@import url(https://${marker}.invalid)</style>` +
      `<svg onload="window.${marker}=1"></svg><a href="javascript:window.${marker}=1">press</a><p onclick="window.${marker}=1">words</p>`;
    const markdown = await pasted({ 'text/html': html, 'text/plain': 'x' });
    expect(markdown).toContain('press');
    expect(markdown).toContain('words');
    expect(markdown).not.toContain('javascript');
    expect(marker in window).toBe(false);
    const fetched = performance.getEntriesByType('resource').filter(({ name }) => name.includes(marker));
    expect(fetched).toEqual([]);
  });
});

async function pixels(type: string): Promise<string> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [120, 90];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas');
  context.fillStyle = '#c03030';
  context.fillRect(0, 0, 60, 90);
  return canvas.toDataURL(type);
}

const picture = (number: number, alt: string) =>
  `![${alt}](image:018f0000-0000-7000-8000-00000000000${number}) <!-- image: 018f0000-0000-7000-8000-00000000000${number} 120x90 -->`;

describe('pictures in pasted HTML', () => {
  it('are taken in where they stand, encoded anew, with their words', async () => {
    const desk = await openDesk();
    const [png, jpeg, webp] = await Promise.all(['image/png', 'image/jpeg', 'image/webp'].map(pixels));
    paste(desk, {
      'text/html':
        `<p>before</p><p><img src="${png}" alt="The  lake"></p><p>between <a href="https://example.org"><img src='${jpeg}'></a><img src="${webp}" alt="b"> words</p>` +
        '<p>after</p>',
      'text/plain': 'x',
    });
    await vi.waitFor(() => expect(document.querySelectorAll('figure')).toHaveLength(3), { timeout: 10_000 });
    await flushPendingWork();
    expect(desk.inJournal()).toBe(
      `before\n\n${picture(1, 'The lake')}\n\nbetween  words\n\n${picture(2, '')}\n\n${picture(3, 'b')}\n\nafter\n`,
    );
    for (const taken of desk.keeper.pictures())
      expect(judgeImageBytes(taken.mediaType, taken.bytes)).toBe('onlyPixels');
  });

  it('are taken in from HTML that is long by its pictures alone', async () => {
    const desk = await openDesk();
    paste(desk, {
      'text/html': `<p>a <b>bold</b> word</p><img src="data:image/png;base64,${'A'.repeat(3_000_000)}"><img src="${await pixels('image/png')}">`,
      'text/plain': 'x',
    });
    await flushPendingWork();
    expect(desk.inJournal()).toBe(`a **bold** word\n\n${picture(1, '')}\n`);
  });

  it('are left out in one sentence when they are none', async () => {
    const desk = await openDesk();
    paste(desk, {
      'text/html': `<p>words</p><img src="data:image/png;base64,${btoa('no picture at all')}" alt="gone">`,
      'text/plain': 'x',
    });
    await page.getByText('That is no picture Footnote can read.', { exact: false }).findElement();
    await flushPendingWork();
    expect(desk.inJournal()).toBe('words\n');
  });

  it('from elsewhere are never fetched: their words stay, and one sentence says so', async () => {
    const desk = await openDesk();
    const marker = `fetched${Math.floor(performance.now())}`;
    paste(desk, {
      'text/html':
        `<p>See <img src="https://${marker}.invalid/a.png" alt="the map"> here</p><img src="cid:${marker}" alt="">` +
        `<img src="file:///${marker}.png"><img src="https://${marker}.invalid/p.gif" width="1" height="1">`,
      'text/plain': 'x',
    });
    await page.getByText('3 pictures from the web stayed there', { exact: false }).findElement();
    await flushPendingWork();
    expect(desk.inJournal()).toBe('See the map here\n');
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes(marker))).toEqual([]);
  });
});

describe('links', () => {
  it('show their address and are never followed', async () => {
    const desk = await openDesk();
    paste(desk, { 'text/html': '<a href="https://example.org/map">a map</a>', 'text/plain': 'x' });
    await flushPendingWork();
    const link = desk.text.querySelector('a');
    expect(link?.title).toBe('https://example.org/map');
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    link?.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
  });

  it('are set by keys alone', async () => {
    const desk = await openDesk();
    await press('see the map{Shift>}{ArrowLeft>3/}{/Shift}');
    await press('{Control>}k{/Control}');
    await userEvent.keyboard('example.org/map{Enter}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('see the [map](https://example.org/map)\n');
    expect(document.activeElement).toBe(desk.text);
  });

  it('refuse an address that is none and say why', async () => {
    await openDesk();
    await userEvent.keyboard('map{Control>}k{/Control}javascript:alert(1){Enter}');
    await page.getByText('An address starts with', { exact: false }).findElement();
  });
});

describe('the toolbar', () => {
  it('is one stop for Tab, moves with arrows and gives the focus back', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('word{Alt>}{F10}{/Alt}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Large heading');
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await flushPendingWork();
    expect(desk.inJournal()).toBe('## word\n');
    await userEvent.keyboard('{Alt>}{F10}{/Alt}{End}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Redo');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(desk.text);
  });

  it('shows what holds at the caret', async () => {
    await openDesk();
    await userEvent.keyboard('- a line');
    await expect
      .element(page.getByRole('button', { name: 'Bullets' }))
      .toHaveAttribute('aria-pressed', 'true');
  });

  it('has a name and at least 24 pixels for every tool', async () => {
    await openDesk();
    const tools = [...document.querySelectorAll('[role="toolbar"] button')];
    expect(tools.length).toBeGreaterThan(14);
    for (const tool of tools) {
      expect(tool.getAttribute('aria-label')).toBeTruthy();
      expect(tool.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
      expect(tool.getBoundingClientRect().width).toBeGreaterThanOrEqual(24);
    }
  });
});
