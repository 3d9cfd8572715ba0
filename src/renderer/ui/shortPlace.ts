/** As much of a place as stands on one line of a sentence. */
const longest = 52;

/** So much of a name that is long by itself, from its two ends. */
const endsOfName = 22;

function shortName(name: string): string {
  const letters = [...name];
  return letters.length <= 2 * endsOfName + 1
    ? name
    : `${letters.slice(0, endsOfName).join('')}…${letters.slice(-endsOfName).join('')}`;
}

/**
 * A place as one recognises it: where it begins, and its end with the name. Folders between that do not fit are an ellipsis:
 * `~/…/Old house/Footnote export 2026-11-27`. Of either kind of system.
 */
export function shortPlace(place: string): string {
  if (place.length <= longest) return place;
  const mark = place.includes('\\') ? '\\' : '/';
  const [root = '', ...folders] = place.split(mark);
  const name = folders.pop();
  if (name === undefined) return shortName(root);
  const begins = `${root}${mark}…`;
  let ends = `${mark}${shortName(name)}`;
  for (const folder of folders.toReversed()) {
    const longer = `${mark}${folder}${ends}`;
    if (begins.length + longer.length > longest) break;
    ends = longer;
  }
  return `${begins}${ends}`;
}
