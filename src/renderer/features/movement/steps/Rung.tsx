import { useState } from 'react';
import type { OwnStep } from '../../../../shared/domain/step';
import type { StepId } from '../../../../shared/id';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import styles from './LadderPage.module.css';
import { OwnStepForm } from './OwnStepForm';
import { chooseStep, noteStep, removeOwnStep } from './stepActs';

interface RungProps {
  readonly id: StepId;
  readonly text: string;
  /** It stands on Today because the person picked it. */
  readonly isPicked: boolean;
  /** The person's own, or null for one that ships. */
  readonly own: OwnStep | null;
}

/** One step of the ladder. */
export function Rung({ id, text, isPicked, own }: RungProps) {
  const isReadOnly = useIsReadOnly();
  const [state, setState] = useState<'shown' | 'changing'>('shown');
  if (own && state === 'changing')
    return (
      <li className={styles.rung}>
        <OwnStepForm step={own} onClose={() => setState('shown')} />
      </li>
    );
  return (
    <li className={styles.rung} data-picked={isPicked}>
      <p className={styles.step}>
        {text}
        {isPicked && <span className={styles.picked}>{message('steps.picked')}</span>}
      </p>
      <div className={styles.acts} hidden={isReadOnly}>
        <Button
          look="quiet"
          aria-label={message('steps.didOf', { step: text })}
          onClick={() => void noteStep(id)}
        >
          {message('steps.did')}
        </Button>
        <Button
          look="quiet"
          aria-label={message(isPicked ? 'steps.letGoOf' : 'steps.pickOf', { step: text })}
          onClick={() => void chooseStep(isPicked ? null : id)}
        >
          {message(isPicked ? 'steps.letGo' : 'steps.pick')}
        </Button>
        {own && (
          <>
            <Button
              look="quiet"
              aria-label={message('steps.editOf', { step: text })}
              onClick={() => setState('changing')}
            >
              {message('steps.edit')}
            </Button>
            <Button
              look="quiet"
              aria-label={message('steps.removeOf', { step: text })}
              onClick={() => void removeOwnStep(own)}
            >
              {message('steps.remove')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
