import { openDesk, press, type Desk } from './desk';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushPendingWork } from '../../src/renderer/session/pendingWork';
import { createDocument, createParagraph, createText } from '../../src/shared/document/createDocument';
import { createImage } from '../../src/shared/document/image';
import { imageIdSchema } from '../../src/shared/id';
import { judgeImageBytes } from '../../src/shared/image/imageBytes';

const imageId = imageIdSchema.parse('018f0000-0000-7000-8000-00000000001a');

type Painter = (context: OffscreenCanvasRenderingContext2D) => void;

/** Left half red, right half blue: which way up it is can be told. */
const halves: Painter = (context) => {
  const { width, height } = context.canvas;
  context.fillStyle = '#c03030';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#3030c0';
  context.fillRect(width / 2, 0, width / 2, height);
};

/** Nothing repeats, as in a photograph. */
const meadow: Painter = (context) => {
  for (let at = 0; at < 4000; at += 1) {
    context.fillStyle = `hsl(${(at * 137) % 360} ${30 + (at % 50)}% ${20 + (at % 60)}%)`;
    context.fillRect((at * 7919) % context.canvas.width, (at * 104_729) % context.canvas.height, 40, 25);
  }
};

/** Soft, and no two neighbours alike, as the sky in a photograph. */
const sky: Painter = (context) => {
  const { width, height } = context.canvas;
  const pixels = context.createImageData(width, height);
  for (let at = 0; at < pixels.data.length; at += 1) {
    const slow = ((at / 4 / width) * 120) / height + ((at / 4) % width) / 20;
    pixels.data[at] = at % 4 === 3 ? 255 : slow + (Math.imul(at, 0x9e3779b1) >>> 28);
  }
  context.putImageData(pixels, 0, 0);
};

/** Clear but for a corner. */
const corner: Painter = (context) => {
  context.fillStyle = '#3030c0';
  context.fillRect(10, 10, 40, 40);
};

async function paint(
  width: number,
  height: number,
  type: string,
  painter: Painter = halves,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas');
  painter(context);
  const blob = await canvas.convertToBlob({ type, quality: 0.9 });
  return new Uint8Array(await blob.arrayBuffer());
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

function segment(marker: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  return joined(Uint8Array.of(0xff, marker, length >> 8, length & 255), data);
}

/** One entry: the orientation of a telephone held upright, and words a camera might write. */
const exifOfTelephone = segment(
  0xe1,
  joined(
    bytesOf('Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0\0\0\0\0'),
    bytesOf('GPS 48.51 N, 24 E: at home'),
  ),
);

/** A JPEG as a telephone writes it: stored on its side, with where it was taken. */
async function telephonePhoto(): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await paint(400, 300, 'image/jpeg');
  return joined(
    jpeg.subarray(0, 2),
    exifOfTelephone,
    segment(0xfe, bytesOf('taken at home')),
    jpeg.subarray(2),
  );
}

const fileOf = (bytes: Uint8Array<ArrayBuffer> | string, name: string, type: string): File =>
  new File([bytes], name, { type });

function give(
  desk: Desk,
  how: 'paste' | 'drop',
  files: readonly File[],
  texts: Readonly<Record<string, string>> = {},
): void {
  const data = new DataTransfer();
  for (const [type, text] of Object.entries(texts)) data.setData(type, text);
  for (const file of files) data.items.add(file);
  const common = { bubbles: true, cancelable: true };
  const { left, top } = desk.text.getBoundingClientRect();
  desk.text.dispatchEvent(
    how === 'paste'
      ? new ClipboardEvent('paste', { ...common, clipboardData: data })
      : new DragEvent('drop', { ...common, dataTransfer: data, clientX: left + 4, clientY: top + 4 }),
  );
}

const figures = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('figure')];

async function shownFigures(count: number): Promise<readonly HTMLElement[]> {
  await vi.waitFor(() => expect(figures()).toHaveLength(count), { timeout: 10_000 });
  return figures();
}

const pictured = () => createImage({ id: imageId, alt: '', width: 400, height: 300, shown: 'page' });
const withPicture = () =>
  createDocument([
    createParagraph([createText('before')]),
    pictured(),
    createParagraph([createText('after')]),
  ]);

async function selectPicture(): Promise<HTMLElement> {
  const [figure] = await shownFigures(1);
  if (figure === undefined) throw new Error('there is a picture');
  await press('{Escape}');
  await userEvent.click(figure.querySelector('div') ?? figure, { position: { x: 20, y: 20 } });
  await vi.waitFor(() => expect(figure.dataset.selected).toBe('true'));
  return figure;
}

/** Opening an entry clicks into the middle of the page, which is a picture here. */
async function clickInto(words: string): Promise<void> {
  await press('{Escape}');
  await userEvent.click(page.getByText(words, { exact: true }).element());
}

const words = () => page.getByRole('textbox', { name: 'What is to be seen?' });

async function pixelsOf(bytes: Uint8Array<ArrayBuffer>, type: string) {
  const bitmap = await createImageBitmap(new Blob([bytes], { type }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return {
    width: bitmap.width,
    height: bitmap.height,
    at: (x: number, y: number) => [...(context?.getImageData(x, y, 1, 1).data ?? [])],
  };
}

describe('taking in a picture', () => {
  it.each(['paste', 'drop'] as const)('puts it on the page by %s, and the caret can go on', async (how) => {
    const desk = await openDesk();
    give(desk, how, [fileOf(await paint(400, 300, 'image/jpeg'), 'a.jpg', 'image/jpeg')]);
    const [figure] = await shownFigures(1);
    expect(figure?.querySelector('img')?.getAttribute('src')).toBe(
      'footnote://image/018f0000-0000-7000-8000-000000000001/full',
    );
    await userEvent.keyboard('words');
    await flushPendingWork();
    expect(desk.inJournal()).toBe(
      '![](image:018f0000-0000-7000-8000-000000000001) <!-- image: 018f0000-0000-7000-8000-000000000001 400x300 -->\n\nwords\n',
    );
  });

  it('turns it upright and leaves behind where it was taken', async () => {
    const desk = await openDesk();
    const photo = await telephonePhoto();
    expect(judgeImageBytes('image/jpeg', photo)).toBe('carriesMore');
    give(desk, 'paste', [fileOf(photo, 'IMG_2041.jpg', 'image/jpeg')]);
    await shownFigures(1);
    const [taken] = desk.keeper.pictures();
    if (taken === undefined) throw new Error('a picture came in');
    expect(taken).toMatchObject({ width: 300, height: 400, mediaType: 'image/jpeg' });
    for (const [type, bytes] of [
      [taken.mediaType, taken.bytes],
      [taken.smallMediaType, taken.smallBytes],
    ] as const) {
      expect(judgeImageBytes(type, bytes)).toBe('onlyPixels');
      const text = new TextDecoder('latin1').decode(bytes);
      for (const word of ['Exif', 'GPS', 'home']) expect(text).not.toContain(word);
    }
    const upright = await pixelsOf(new Uint8Array(taken.bytes), taken.mediaType);
    // The left half of what was stored is the upper half of what is seen.
    expect(upright.at(150, 50)[0]).toBeGreaterThan(150);
    expect(upright.at(150, 350)[2]).toBeGreaterThan(150);
  });

  it('makes it no larger than a page needs, unless its own size is wanted', async () => {
    const desk = await openDesk();
    give(desk, 'paste', [fileOf(await paint(3600, 1800, 'image/jpeg', meadow), 'a.jpg', 'image/jpeg')]);
    await shownFigures(1);
    expect(desk.keeper.pictures()[0]).toMatchObject({ width: 2560, height: 1280 });
    const small = await pixelsOf(new Uint8Array(desk.keeper.pictures()[0]?.smallBytes ?? []), 'image/jpeg');
    expect([small.width, small.height]).toEqual([320, 160]);
    await selectPicture();
    await page.getByRole('button', { name: /^Keep its own size/ }).click();
    await vi.waitFor(() => expect(desk.keeper.pictures()).toHaveLength(2), { timeout: 10_000 });
    expect(desk.keeper.pictures()[1]).toMatchObject({ width: 3600, height: 1800 });
    await vi.waitFor(() => expect(figures()[0]?.querySelector('img')?.src).toMatch(/02\/full$/));
    await flushPendingWork();
    expect(desk.inJournal()).toContain('3600x1800');
  });

  it('keeps what is clear clear, and flat drawings sharp', async () => {
    const desk = await openDesk();
    give(desk, 'paste', [
      fileOf(await paint(200, 200, 'image/png', corner), 'a.png', 'image/png'),
      fileOf(await paint(200, 200, 'image/png'), 'b.png', 'image/png'),
      fileOf(await paint(900, 600, 'image/png', sky), 'c.png', 'image/png'),
    ]);
    await shownFigures(3);
    const taken = desk.keeper.pictures();
    expect(taken.map(({ mediaType }) => mediaType)).toEqual(['image/png', 'image/png', 'image/jpeg']);
    expect((await pixelsOf(new Uint8Array(taken[0]?.bytes ?? []), 'image/png')).at(100, 100)[3]).toBe(0);
  });

  it('takes several in their order, and each is one step to undo', async () => {
    const desk = await openDesk();
    await userEvent.keyboard('words');
    give(desk, 'paste', [
      fileOf(await paint(40, 30, 'image/png'), 'a.png', 'image/png'),
      fileOf(await paint(60, 30, 'image/png'), 'b.png', 'image/png'),
    ]);
    await shownFigures(2);
    expect(desk.keeper.pictures().map(({ width }) => width)).toEqual([40, 60]);
    await press('{Control>}z{/Control}');
    await shownFigures(1);
    await press('{Control>}z{/Control}');
    await shownFigures(0);
    expect(desk.text.textContent).toContain('words');
    await press('{Control>}y{/Control}');
    await shownFigures(1);
  });

  it('takes the picture a browser copies with its address, and never the address', async () => {
    const desk = await openDesk();
    give(desk, 'paste', [fileOf(await paint(40, 30, 'image/png'), 'image.png', 'image/png')], {
      'text/html': '<meta charset="utf-8"><img src="https://example.invalid/tracker.png" alt="x">',
    });
    await shownFigures(1);
    await flushPendingWork();
    expect(desk.inJournal()).not.toContain('example.invalid');
    expect(
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('example.invalid')),
    ).toEqual([]);
  });

  it('is waited for by a lock, and saved with the page', async () => {
    const desk = await openDesk();
    give(desk, 'paste', [fileOf(await paint(1200, 900, 'image/jpeg', meadow), 'a.jpg', 'image/jpeg')]);
    await flushPendingWork();
    expect(desk.inJournal()).toContain('1200x900');
  });

  it('tells when the page was left before its picture was on it', async () => {
    const desk = await openDesk({ entry: createDocument([createParagraph([createText('here')])]) });
    give(desk, 'paste', [fileOf(await paint(1200, 900, 'image/jpeg', meadow), 'a.jpg', 'image/jpeg')]);
    await desk.openAgain();
    await page.getByText('The page was left before its picture', { exact: false }).findElement();
  });

  it('takes the words, not a picture of them, from a word processor', async () => {
    const desk = await openDesk();
    give(desk, 'paste', [fileOf(await paint(40, 30, 'image/png'), 'image.png', 'image/png')], {
      'text/html': '<p>Two words</p>',
      'text/plain': 'Two words',
    });
    await flushPendingWork();
    expect(desk.inJournal()).toBe('Two words\n');
    expect(desk.keeper.pictures()).toEqual([]);
  });
});

/** A few hundred bytes that say they are 2.5 thousand million pixels. */
async function bomb(): Promise<Uint8Array<ArrayBuffer>> {
  const png = await paint(10, 10, 'image/png');
  const view = new DataView(png.buffer);
  view.setUint32(16, 50_000);
  view.setUint32(20, 50_000);
  return png;
}

describe('a file that is no picture for a page', () => {
  const refused: readonly (readonly [string, () => Promise<File> | File, string])[] = [
    ['an empty file', () => fileOf('', 'a.png', 'image/png'), 'That file is empty'],
    [
      'a text that says it is a PNG',
      () => fileOf('Dear diary', 'a.png', 'image/png'),
      'no picture Footnote can read',
    ],
    ['a PDF', () => fileOf('%PDF-1.7', 'a.pdf', 'application/pdf'), 'no picture Footnote can read'],
    [
      'an SVG',
      () =>
        fileOf(
          '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
          'a.svg',
          'image/svg+xml',
        ),
      'A drawing in SVG',
    ],
    [
      'an SVG that says it is a PNG',
      () => fileOf('<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.png', 'image/png'),
      'A drawing in SVG',
    ],
    [
      'a HEIC',
      () => fileOf('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'a.heic', 'image/heic'),
      'cannot read HEIC',
    ],
    [
      'a bomb of pixels',
      async () => fileOf(await bomb(), 'a.png', 'image/png'),
      'far larger than a page can show',
    ],
    [
      'a file of a hundred megabytes',
      () => fileOf(new Uint8Array(100_000_000), 'a.jpg', 'image/jpeg'),
      'larger than any picture',
    ],
    [
      'half a JPEG',
      async () => fileOf((await paint(900, 600, 'image/jpeg', meadow)).slice(0, 9000), 'a.jpg', 'image/jpeg'),
      'broken or breaks off',
    ],
    [
      'half a PNG',
      async () => fileOf((await paint(900, 600, 'image/png', meadow)).slice(0, 9000), 'a.png', 'image/png'),
      'broken or breaks off',
    ],
    [
      'a JPEG of noise',
      () =>
        fileOf(
          joined(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), new Uint8Array(4000).fill(77)),
          'a.jpg',
          'image/jpeg',
        ),
      'broken or breaks off',
    ],
  ];

  it.each(refused)(
    '%s is left out with one sentence, soon, and the page goes on',
    async (_what, make, sentence) => {
      const desk = await openDesk();
      await userEvent.keyboard('here');
      const file = await make();
      const began = performance.now();
      give(desk, 'paste', [file]);
      await userEvent.keyboard(' and on');
      await page.getByText(sentence, { exact: false }).findElement();
      expect(performance.now() - began).toBeLessThan(5000);
      await flushPendingWork();
      expect(desk.inJournal()).toBe('here and on\n');
      expect(desk.keeper.pictures()).toEqual([]);
      expect(figures()).toEqual([]);
    },
  );
});

describe('a picture on the page', () => {
  it('has its place, also while it is not there', async () => {
    await openDesk({ entry: withPicture() });
    const [figure] = await shownFigures(1);
    await vi.waitFor(() => expect(figure?.dataset.missing).toBeTruthy());
    const box = figure?.querySelector('div')?.getBoundingClientRect();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(4 / 3, 1);
    expect(box?.width).toBeGreaterThan(200);
  });

  it('is not saved by being looked at', async () => {
    const desk = await openDesk({ entry: withPicture() });
    await selectPicture();
    await flushPendingWork();
    expect(desk.keeper.saves()).toEqual([]);
  });

  it('asks gently what is to be seen; Enter goes there, Escape back, Enter on', async () => {
    const desk = await openDesk({ entry: withPicture() });
    const figure = await selectPicture();
    expect(figure.querySelector('figcaption')?.dataset.ask).toBe('What is to be seen?');
    await press('{Enter}');
    expect(document.activeElement).toBe(words().element());
    await userEvent.keyboard('A heron');
    await press('{Escape}');
    expect(document.activeElement).toBe(desk.text);
    expect(figure.dataset.selected).toBe('true');
    await press('{Enter}');
    await press('{End}');
    await userEvent.keyboard(' on the pier{Enter}');
    await userEvent.keyboard('then ');
    await flushPendingWork();
    expect(figure.querySelector('img')?.alt).toBe('A heron on the pier');
    expect(figure.querySelector('figcaption')?.textContent).toBe('A heron on the pier');
    expect(desk.inJournal()).toBe(
      `before\n\n![A heron on the pier](image:${imageId}) <!-- image: ${imageId} 400x300 -->\n\nthen after\n`,
    );
  });

  it('is met by the arrows, and taken away by Delete or Backspace alone', async () => {
    const desk = await openDesk({ entry: withPicture() });
    for (const [start, arrow, key] of [
      ['after', '{ArrowUp}', '{Delete}'],
      ['before', '{ArrowDown}', '{Backspace}'],
    ] as const) {
      const [figure] = await shownFigures(1);
      await clickInto(start);
      await press(arrow);
      await vi.waitFor(() => expect(figure?.dataset.selected).toBe('true'));
      await press(key);
      await shownFigures(0);
      await press('{Control>}z{/Control}');
      await shownFigures(1);
    }
    await flushPendingWork();
    expect(desk.text.textContent).toContain('before');
    expect(desk.text.textContent).toContain('after');
  });

  it('can be small, and says so in the journal', async () => {
    const desk = await openDesk({ entry: withPicture() });
    const figure = await selectPicture();
    const wide = figure.getBoundingClientRect().width;
    await page.getByRole('button', { name: 'Small', exact: true }).click();
    await vi.waitFor(() => expect(figure.getBoundingClientRect().width).toBeLessThan(wide * 0.7));
    await flushPendingWork();
    expect(desk.inJournal()).toContain('400x300 small -->');
  });

  it('is copied as itself inside the app and as its words elsewhere', async () => {
    const entry = createDocument([
      createImage({ id: imageId, alt: 'A heron', width: 400, height: 300, shown: 'page' }),
      createParagraph([createText('after')]),
    ]);
    const desk = await openDesk({ entry });
    await selectPicture();
    const clipboardData = new DataTransfer();
    desk.text.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    expect(clipboardData.getData('text/plain')).toBe('A heron');
    expect(clipboardData.getData('text/html')).not.toContain('footnote:');
    await clickInto('after');
    await press('{End}');
    desk.text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await shownFigures(2);
    await flushPendingWork();
    expect(desk.inJournal().match(new RegExp(`image: ${imageId} 400x300`, 'g'))).toHaveLength(2);
  });

  it('is chosen from the slash menu and by its keys with the same picker', async () => {
    await openDesk();
    const picker = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (picker === null) throw new Error('there is a picker');
    const asked = vi.fn((event: Event) => event.preventDefault());
    picker.addEventListener('click', asked);
    await userEvent.keyboard('/pic');
    await page.getByRole('option', { name: 'Picture' }).findElement();
    await press('{Enter}');
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
    await press('{Control>}{Shift>}p{/Shift}{/Control}');
    expect(asked).toHaveBeenCalledTimes(2);
    expect(picker.accept).not.toContain('svg');
  });

  it('that is not in the journal says so, and stays', async () => {
    const desk = await openDesk({ entry: withPicture() });
    const [figure] = await shownFigures(1);
    await vi.waitFor(() => expect(figure?.dataset.missing).toBe('This picture is not in the journal.'));
    await clickInto('after');
    await userEvent.keyboard('!');
    await flushPendingWork();
    expect(desk.inJournal()).toContain(imageId);
  });
});
