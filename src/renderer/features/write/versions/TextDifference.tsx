import { useMemo } from 'react';
import type { JournalDocument } from '../../../../shared/document/schema';
import { message } from '../../../i18n/i18n';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import styles from './EarlierVersions.module.css';
import { findDifference, type DifferenceBlock, type DifferencePiece } from './findDifference';
import { readBlocks } from './readBlocks';
import { sayChange, sayReset } from './sayDifference';

/** What has nothing else to be seen by is named. */
const named: ReadonlySet<DifferenceBlock['kind']> = new Set(['picture', 'smallPicture', 'divider']);

function Piece({ piece }: { readonly piece: DifferencePiece }) {
  const { text, is, marks, link } = piece;
  const look = [...marks, ...(link === null ? [] : ['link'])].join(' ');
  if (is === 'same') return <span data-marks={look}>{text}</span>;
  if (is === 'reset')
    return (
      <>
        <span data-marks={look} className={styles.reset}>
          {text}
        </span>
        <span className={styles.note}> ({sayReset(piece)})</span>
      </>
    );
  const Element = is === 'gone' ? 'del' : 'ins';
  return (
    <Element data-marks={look}>
      <VisuallyHidden>{message(`write.versions.${is}`)}</VisuallyHidden>
      {text}
    </Element>
  );
}

function Block({ block }: { readonly block: DifferenceBlock }) {
  const { kind, depth, pieces, is } = block;
  const change = sayChange(block);
  const name = message(`write.versions.kind.${kind}`);
  const Element = is === 'gone' ? 'del' : is === 'new' ? 'ins' : 'span';
  return (
    <p className={styles.block} data-kind={kind} style={{ marginInlineStart: `${depth * 1.25}rem` }}>
      {named.has(kind) && (
        <Element className={styles.name}>
          {is !== 'same' && <VisuallyHidden>{message(`write.versions.${is}`)}</VisuallyHidden>}
          {name}
        </Element>
      )}
      {pieces.map((piece, place) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Piece key={place} piece={piece} />
      ))}
      {change !== '' && <span className={styles.note}> ({change})</span>}
    </p>
  );
}

interface TextDifferenceProps {
  readonly earlier: JournalDocument;
  readonly later: JournalDocument;
}

/**
 * What was taken out since is struck through, what came is underlined, what is set in another way is dotted; the first two are
 * named to who listens, and the last is said in words to everybody.
 */
export function TextDifference({ earlier, later }: TextDifferenceProps) {
  const blocks = useMemo(() => findDifference(readBlocks(earlier), readBlocks(later)), [earlier, later]);
  return (
    // A long text scrolls, by keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.text} role="region" aria-label={message('write.versions.region')} tabIndex={0}>
      {blocks.map((block, place) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={place} block={block} />
      ))}
    </div>
  );
}
