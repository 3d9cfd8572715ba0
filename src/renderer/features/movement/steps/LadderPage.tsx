import { stepRungs } from '../../../../shared/domain/step';
import { shippedSteps, stepSource } from '../../../../shared/steps/stepLibrary';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { useSteps } from '../../../bridge/stepQueries';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { sourceWords } from '../../../i18n/words';
import { useSession } from '../../../session/sessionStore';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Footnote } from '../../../ui/Footnote';
import { FootnoteMark } from '../../../ui/FootnoteMark';
import { RoomLayout } from '../../../ui/RoomLayout';
import styles from './LadderPage.module.css';
import { OwnStepForm } from './OwnStepForm';
import { Rung } from './Rung';
import { StepsTaken } from './StepsTaken';

/** "Start small": tiny first steps, the gentlest first, and the person's own. Nothing here is a plan. */
export function LadderPage() {
  const isReadOnly = useIsReadOnly();
  const openView = useSession((session) => session.openView);
  const steps = useSteps();
  const { own = [], chosen = null, taken = [] } = steps.data ?? {};
  return (
    <RoomLayout
      label={message('steps.title')}
      heading={
        <>
          {message('steps.title')}
          <FootnoteMark number={1} beside="title" />
        </>
      }
      tools={
        <Button look="quiet" onClick={() => openView({ room: 'movement' })}>
          {message('steps.back')}
        </Button>
      }
      margin={
        <>
          {steps.data && <StepsTaken taken={taken} />}
          <Footnote number={1}>{sourceWords(stepSource)}</Footnote>
        </>
      }
    >
      <p className={styles.lead}>{message('steps.lead')}</p>
      {steps.error && <EmptyState title={failureMessage(steps.error.failure)} />}
      {steps.data && (
        <div className={styles.ladder}>
          {stepRungs.map((rung) => (
            <section key={rung} className={styles.part} aria-labelledby={`rung-${rung}`}>
              <h2 id={`rung-${rung}`} className={styles.heading}>
                {message(`steps.rung.${rung}`)}
              </h2>
              <ul className={styles.rungs}>
                {shippedSteps
                  .filter((step) => step.rung === rung)
                  .map(({ id, text }) => (
                    <Rung key={id} id={id} text={text} own={null} isPicked={chosen?.stepId === id} />
                  ))}
              </ul>
            </section>
          ))}
          <section className={styles.part} aria-labelledby="rung-own">
            <h2 id="rung-own" className={styles.heading}>
              {message('steps.ownHeading')}
            </h2>
            <div>
              <ul className={styles.rungs}>
                {own.map((step) => (
                  <Rung
                    key={step.id}
                    id={step.id}
                    text={step.text}
                    own={step}
                    isPicked={chosen?.stepId === step.id}
                  />
                ))}
              </ul>
              {!isReadOnly && <OwnStepForm step={null} />}
            </div>
          </section>
        </div>
      )}
    </RoomLayout>
  );
}
