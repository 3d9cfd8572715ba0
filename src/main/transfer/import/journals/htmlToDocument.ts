import { Parser } from 'htmlparser2';
import type { JournalDocument } from '../../../../shared/document/schema';
import { ArchiveTooLarge } from '../../archive/openArchive';
import { leftOut } from './htmlTags';
import { NestedTooDeep, PageBuilder } from './pageBuilder';
import type { PictureAt } from './pictureAt';

function build(html: string, pictureAt: PictureAt): JournalDocument {
  const builder = new PageBuilder(pictureAt);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      ontext: (text) => builder.text(text),
      onclosetag: (name) => builder.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return builder.finish();
}

/**
 * The page a piece of HTML describes, without ever being live: a list of tags is known, of all others the words are kept; scripts, styles, frames and everything
 * remote are left out, and nothing is fetched. A picture is one of the source's own or none. Linear in the length of the text.
 */
export function htmlToDocument(html: string, pictureAt: PictureAt = () => null): JournalDocument {
  try {
    return build(html, pictureAt);
  } catch (error) {
    if (!(error instanceof NestedTooDeep)) throw error;
    // Nobody writes so much of what nobody nests.
    if (html.length > longestNested) throw new ArchiveTooLarge('a page that nests without end');
    return build(wordsOf(html), pictureAt);
  }
}

/** Code units of a page of which the words alone are kept. */
const longestNested = 4 * 2 ** 20;

const lineEnds = new Set(['/p', '/div', '/li']);
/** They hold nothing, so they can't nest. */
const keptTags = new Set(['br', 'img']);

/** What a page says, with its pictures, and nothing around it. */
function wordsOf(html: string): string {
  /** A tag that is left out with all it holds, until it is closed. */
  let without: string | null = null;
  return html.replaceAll(
    /<(\/?)(?:([a-z][a-z\d]*)|[!?])[^>]*>?|<|[^<]+/gi,
    (part, slash: string | undefined, name: string | undefined) => {
      if (slash === undefined) return without === null ? part : '';
      const tag = (name ?? '').toLowerCase();
      if (without !== null) {
        if (slash === '/' && tag === without) without = null;
        return '';
      }
      if (slash === '' && leftOut.has(tag) && tag !== 'embed') without = tag;
      if (keptTags.has(tag)) return part;
      return lineEnds.has(`${slash}${tag}`) ? '<br>' : ' ';
    },
  );
}
