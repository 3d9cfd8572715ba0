import { useState } from 'react';
import type { AnyPrompt } from '../../../shared/domain/prompt';
import { message } from '../../i18n/i18n';
import { promptSourceWords } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { Footnote } from '../../ui/Footnote';
import styles from './EarlierAnswers.module.css';

interface PromptFootnoteProps {
  readonly prompt: AnyPrompt;
  readonly number: number;
}

/** Where a question is from, and what it asks further, for whoever wants to know. */
export function PromptFootnote({ prompt, number }: PromptFootnoteProps) {
  const [shown, setShown] = useState<'closed' | 'open'>('closed');
  const followUps = 'followUps' in prompt ? (prompt.followUps ?? []) : [];
  return (
    <div className={styles.source}>
      <Footnote number={number}>{promptSourceWords(prompt)}</Footnote>
      {followUps.length > 0 && shown === 'closed' && (
        <Button look="quiet" className={styles.more} onClick={() => setShown('open')}>
          {message('write.askFurther')}
        </Button>
      )}
      {shown === 'open' && (
        <output className={styles.further}>
          {followUps.map((followUp) => (
            <span key={followUp}>{followUp}</span>
          ))}
        </output>
      )}
    </div>
  );
}
