import { Parser } from 'htmlparser2';
import type { JournalDocument } from '../../../../shared/document/schema';
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
    const bare = html
      .replaceAll(/<(?:br|\/p|\/div|\/li)[^>]*>?/gi, '\u2028')
      .replaceAll(/<[^>]*>?/g, ' ')
      .replaceAll('\u2028', '<br>');
    return build(bare, pictureAt);
  }
}
