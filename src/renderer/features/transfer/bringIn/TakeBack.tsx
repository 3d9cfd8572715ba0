import { useEffect, useRef, useState } from 'react';
import type { ImportId } from '../../../../shared/domain/incoming';
import { call } from '../../../bridge/client';
import { invalidateJournal } from '../../../bridge/queries';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { TransferProgress } from '../TransferProgress';
import styles from './BringIn.module.css';

interface TakeBackProps {
  readonly id: ImportId;
  /** What it is called, for whoever hears the button alone. */
  readonly name: string;
  readonly onBegun?: () => void;
  readonly onTakenBack: (report: { readonly takenBack: number; readonly left: number }) => void;
  /** What came in is still here. */
  readonly onStopped: () => void;
  readonly onProblem: (text: string) => void;
}

/** Takes an import back, after a question. */
export function TakeBack({ id, name, onBegun, onTakenBack, onStopped, onProblem }: TakeBackProps) {
  const [step, setStep] = useState<'closed' | 'asking' | 'working'>('closed');
  const question = useRef<HTMLParagraphElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (step === 'asking') question.current?.focus();
    else if (step === 'closed' && wasOpen.current) opener.current?.focus();
    wasOpen.current = step !== 'closed';
  }, [step]);

  const takeBack = async (): Promise<void> => {
    setStep('working');
    onBegun?.();
    const reply = await call('imports.takeBack', { id });
    invalidateJournal();
    if (reply.ok) onTakenBack(reply.value);
    else {
      setStep('closed');
      if (reply.error.type === 'Cancelled') onStopped();
      else onProblem(failureMessage(reply.error));
    }
  };

  if (step === 'closed')
    return (
      <Button
        ref={opener}
        look="quiet"
        className={styles.takeBack}
        aria-label={message('transfer.back.of', { name })}
        onClick={() => setStep('asking')}
      >
        {message('transfer.back.go')}
      </Button>
    );
  if (step === 'working') return <TransferProgress label={message('transfer.back.working')} what="apply" />;
  return (
    <div className={styles.question} role="group" aria-label={message('transfer.back.of', { name })}>
      <p ref={question} tabIndex={-1}>
        {message('transfer.back.question')}
      </p>
      <div className={styles.acts}>
        <Button look="outlined" onClick={() => void takeBack()}>
          {message('transfer.back.yes')}
        </Button>
        <Button look="quiet" onClick={() => setStep('closed')}>
          {message('transfer.back.no')}
        </Button>
      </div>
    </div>
  );
}

export const takenBackWords = ({ left }: { readonly left: number }): string =>
  message('transfer.back.done', { left });
