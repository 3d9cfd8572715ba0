const fence = /^\s{0,3}(`{3,}|~{3,})/;

/** The lines of a Markdown text, each told whether it belongs to a block of code. */
export function* linesWithFences(
  body: string,
): Iterable<{ readonly line: string; readonly is: 'text' | 'code' }> {
  let open: string | null = null;
  for (const line of body.split('\n')) {
    const mark = fence.exec(line)?.[1];
    yield { line, is: open === null && mark === undefined ? 'text' : 'code' };
    if (open === null) open = mark ?? null;
    else if (mark?.startsWith(open) === true && line.trim() === mark) open = null;
  }
}
