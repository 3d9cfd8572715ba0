import { useMemo } from 'react';
import { message } from '../../../i18n/i18n';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import styles from './EarlierVersions.module.css';
import { findDifference } from './findDifference';

interface TextDifferenceProps {
  readonly earlier: string;
  readonly later: string;
}

/** What was taken out since is struck through, what came is underlined; both are named to who listens. */
export function TextDifference({ earlier, later }: TextDifferenceProps) {
  const blocks = useMemo(() => findDifference(earlier, later), [earlier, later]);
  return (
    // A long text scrolls, by keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.text} role="region" aria-label={message('write.versions.region')} tabIndex={0}>
      {blocks.map((pieces, block) => (
        // oxlint-disable-next-line react/no-array-index-key
        <p key={block}>
          {pieces.map(({ text, is }, place) => {
            const key = `${is} ${place}`;
            if (is === 'same') return <span key={key}>{text}</span>;
            const Element = is === 'gone' ? 'del' : 'ins';
            return (
              <Element key={key}>
                <VisuallyHidden>{message(`write.versions.${is}`)}</VisuallyHidden>
                {text}
              </Element>
            );
          })}
        </p>
      ))}
    </div>
  );
}
