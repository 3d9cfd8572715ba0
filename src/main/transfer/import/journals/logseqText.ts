const bullet = /^([ \t]*)- ?(.*)$/;
/** What Logseq keeps about a block for itself. */
const ownProperty =
  /^\s*(?:id|collapsed|heading|logseq\.[\w-]+|query-[\w-]+|background-color|created-at|updated-at):: .*$/;
const task = /^(TODO|DOING|NOW|LATER|WAITING|DONE|CANCELED|CANCELLED)\s+/;

/**
 * A page of Logseq, where everything is a list, as a page: its outermost lines are paragraphs, and what hangs below them is a list. Tasks get a box.
 */
export function logseqToMarkdown(body: string): string {
  const lines: string[] = [];
  let open: string | null = null;
  for (const line of body.split('\n')) {
    const [, indent = '', text = ''] = bullet.exec(line) ?? [];
    const isBullet = bullet.test(line);
    const mark = /^(`{3,}|~{3,})/.exec((isBullet ? text : line).trim())?.[1];
    if (open !== null) {
      lines.push(line.replace(/^(?:\t| {2})/, ''));
      if (mark?.startsWith(open) === true) open = null;
      continue;
    }
    if (mark !== undefined) open = mark;
    if (ownProperty.test(line)) continue;
    const box = task.exec(text)?.[1];
    const words = text.replace(task, '');
    const isDone = box === 'DONE' || box?.startsWith('CANCEL') === true;
    const sign = box === undefined ? '' : `[${isDone ? 'x' : ' '}] `;
    if (isBullet && indent === '') lines.push('', box === undefined ? words : `- ${sign}${words}`);
    else if (isBullet) lines.push(`${shallower(indent)}- ${sign}${words}`);
    else lines.push(line.replace(/^(?:\t| {2})/, ''));
  }
  return lines.join('\n');
}

/** By one level: a tab, or two blanks. */
const shallower = (indent: string): string => indent.replace(/^(?:\t| {2})/, '').replaceAll('\t', '  ');
