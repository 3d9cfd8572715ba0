import { Fragment, type ReactNode } from 'react';
import { imageAddress } from '../../../shared/domain/image';
import { nodeToImage } from '../../../shared/document/image';
import type { DocumentNode, JournalDocument } from '../../../shared/document/schema';
import { lineType, placeLines } from '../../../shared/packet/coverDocument';
import { Barred } from './Barred';
import styles from './Sheet.module.css';

interface DocumentBlocksProps {
  /** Covered already. */
  readonly document: JournalDocument;
  readonly place: string;
}

/** A written page on paper: its blocks as elements that a reader of PDFs knows, under the headings of the day and the entry. */
export function DocumentBlocks({ document, place }: DocumentBlocksProps) {
  return <Blocks nodes={placeLines(document, place).root.children} />;
}

function Blocks({ nodes = [] }: { readonly nodes: readonly DocumentNode[] | undefined }) {
  // oxlint-disable-next-line react/no-array-index-key -- a covered document is never edited
  return nodes.map((node, index) => <Block key={index} node={node} />);
}

/** An entry stands under two headings of ours, and so does what it calls its own. */
function Heading({ tag, children }: { readonly tag: unknown; readonly children: ReactNode }) {
  if (tag === 'h1') return <h4 className={styles.inEntry}>{children}</h4>;
  if (tag === 'h2') return <h5 className={styles.inEntry}>{children}</h5>;
  return <h6 className={styles.inEntry}>{children}</h6>;
}

function Block({ node }: { readonly node: DocumentNode }): ReactNode {
  const inside = <Blocks nodes={node.children} />;
  switch (node.type) {
    case lineType:
      return <Line node={node} />;
    case 'heading':
      return <Heading tag={node.tag}>{inside}</Heading>;
    case 'quote':
      return <blockquote className={styles.quote}>{inside}</blockquote>;
    case 'prompt':
      return <p className={styles.prompt}>{inside}</p>;
    case 'code':
      return <pre className={styles.code}>{inside}</pre>;
    case 'list':
      return node.listType === 'number' ? (
        <ol className={styles.list} start={typeof node.start === 'number' ? node.start : 1}>
          {inside}
        </ol>
      ) : (
        <ul className={styles.list} data-ticks={node.listType === 'check' ? 'with' : 'without'}>
          {inside}
        </ul>
      );
    case 'listitem':
      return (
        <li className={styles.item}>
          {typeof node.checked === 'boolean' && <span>{node.checked ? '☑ ' : '☐ '}</span>}
          {inside}
        </li>
      );
    case 'table':
      return (
        <table className={styles.table}>
          <tbody>{inside}</tbody>
        </table>
      );
    case 'tablerow':
      return <tr>{inside}</tr>;
    case 'tablecell':
      return typeof node.headerState === 'number' && node.headerState > 0 ? (
        <th>{inside}</th>
      ) : (
        <td>{inside}</td>
      );
    case 'horizontalrule':
      return <hr className={styles.rule} />;
    case 'image':
      return <Picture node={node} />;
    default:
      return <p className={styles.paragraph}>{inside}</p>;
  }
}

/** Text of one block; what is chosen in it is counted from its beginning. */
function Line({ node }: { readonly node: DocumentNode }) {
  return (
    <span data-place={typeof node.place === 'string' ? node.place : undefined}>
      {(node.children ?? []).map((leaf, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a covered document is never edited
        <Leaf key={index} leaf={leaf} />
      ))}
    </span>
  );
}

/** Lexical's bits of a text's format, and the elements that stand for them. */
const marks = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [128, 'mark'],
] as const;

function Leaf({ leaf }: { readonly leaf: DocumentNode }) {
  if (leaf.type === 'linebreak') return <br />;
  const format = typeof leaf.format === 'number' ? leaf.format : 0;
  let content: ReactNode = <Barred text={leaf.text ?? ''} />;
  for (const [bit, Mark] of marks) if ((format & bit) !== 0) content = <Mark>{content}</Mark>;
  return <Fragment>{content}</Fragment>;
}

function Picture({ node }: { readonly node: DocumentNode }) {
  const image = nodeToImage(node);
  if (image === null) return null;
  const { id, alt, width, height, shown } = image;
  return (
    <figure className={styles.picture} data-shown={shown}>
      <img src={imageAddress(id, 'full')} alt={alt} width={width} height={height} draggable={false} />
    </figure>
  );
}
