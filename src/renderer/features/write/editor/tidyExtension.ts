import { $isLinkNode, LinkNode } from '@lexical/link';
import { HeadingNode, QuoteNode, $createHeadingNode } from '@lexical/rich-text';
import { defineExtension, mergeRegister, ParagraphNode, TextNode, type ElementNode } from 'lexical';
import { allMarks } from '../../../../shared/document/createDocument';
import { isLinkAddress } from '../../../../shared/document/linkAddress';

function $tidyText(text: TextNode): void {
  if ((text.getFormat() & ~allMarks) !== 0) text.setFormat(text.getFormat() & allMarks);
  if (text.getStyle() !== '') text.setStyle('');
}

function $tidyBlock(block: ElementNode): void {
  if (block.getFormatType() !== '') block.setFormat('');
  if (block.getIndent() !== 0) block.setIndent(0);
  if (block.getStyle() !== '') block.setStyle('');
}

function $tidyHeading(heading: HeadingNode): void {
  if (['h4', 'h5', 'h6'].includes(heading.getTag())) heading.replace($createHeadingNode('h3'), true);
  else $tidyBlock(heading);
}

function $tidyLink(link: LinkNode): void {
  if (!$isLinkNode(link)) return;
  if (!isLinkAddress(link.getURL())) {
    for (const child of link.getChildren()) link.insertBefore(child);
    link.remove();
    return;
  }
  if (link.getTarget() !== null) link.setTarget(null);
  if (link.getRel() !== null) link.setRel(null);
  if (link.getTitle() !== null) link.setTitle(null);
}

/**
 * Whatever comes in, by paste, drop or a shortcut of the editor's own, ends as our blocks and marks: no
 * styles, no alignment, no address we would not keep. Tables are tidied where they are made (tables/tableExtension).
 */
export const tidyExtension = defineExtension({
  name: 'footnote/tidy',
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(TextNode, $tidyText),
      editor.registerNodeTransform(ParagraphNode, $tidyBlock),
      editor.registerNodeTransform(QuoteNode, $tidyBlock),
      editor.registerNodeTransform(HeadingNode, $tidyHeading),
      editor.registerNodeTransform(LinkNode, $tidyLink),
    ),
});
