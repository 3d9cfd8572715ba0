import type { JrnlPage } from './jrnl';

/** A page that jrnl calls YAML, read by hand: a few lines that name something, then the text behind tabs, then three dots. Null when it is none. */
export function parseJrnlPage(text: string): JrnlPage | null {
  const bodyAt = text.search(/^body: \|$/m);
  if (bodyAt === -1) return null;
  const heads = new Map(
    text
      .slice(0, bodyAt)
      .split('\n')
      .flatMap((line) => {
        const match = /^([a-z_]+):\s?(.*)$/.exec(line);
        return match === null ? [] : [[match[1] ?? '', (match[2] ?? '').trim()] as const];
      }),
  );
  const date = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?/.exec(heads.get('date') ?? '');
  if (date === null) return null;
  const lines = text.slice(bodyAt).split('\n').slice(1);
  const end = lines.lastIndexOf('...');
  const body = (end === -1 ? lines : lines.slice(0, end)).map((line) => line.replace(/^\t/, '')).join('\n');
  return {
    day: date[1] ?? '',
    time: date[2] ?? null,
    title: heads.get('title') ?? '',
    body,
    isStarred: heads.get('starred')?.toLowerCase() === 'true',
    tags: (heads.get('tags') ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    sourceId: null,
  };
}
