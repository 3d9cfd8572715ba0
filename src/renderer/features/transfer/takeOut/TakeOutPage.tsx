import { useEffect, useRef, useState } from 'react';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { useSession } from '../../../session/sessionStore';
import { setTransfers, useTransfers } from '../../../session/transferStore';
import { Button } from '../../../ui/Button';
import { Footnote } from '../../../ui/Footnote';
import { FootnoteMark } from '../../../ui/FootnoteMark';
import { RoomLayout } from '../../../ui/RoomLayout';
import { takeSecret } from '../../../ui/SecretField';
import { OutcomeWords } from '../OutcomeWords';
import { SettingsWay } from '../SettingsWay';
import styles from '../Transfer.module.css';
import { TransferProgress } from '../TransferProgress';
import { FormatList } from './FormatList';
import { FormatOptions } from './FormatOptions';
import { SealFields } from './SealFields';
import { areDaysBackwards, takeOut } from './takeOut';

/** The way out: a format in plain words, some days or all of them, and a place. */
export function TakeOutPage() {
  const { choices, takingOut } = useTransfers();
  const journalName = useSession((session) => session.journal?.name ?? '');
  const first = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const go = useRef<HTMLButtonElement>(null);
  /** Fields that were emptied begin anew, with nothing said of what stood in them. */
  const [sealings, setSealings] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const isWriting = takingOut.is === 'writing';
  const wasWriting = useRef(isWriting);
  useEffect(() => {
    // The button to stop it is gone, and with it the focus.
    if (wasWriting.current && !isWriting) go.current?.focus();
    wasWriting.current = isWriting;
  }, [isWriting]);

  const isSealed = choices.format === 'archive' && choices.seal === 'sealed';

  const refuse = (text: string, field: HTMLInputElement): void => {
    setProblem(text);
    field.focus();
  };
  const start = async (): Promise<void> => {
    setProblem(null);
    setTransfers({ takingOut: { is: 'choosing' } });
    if (choices.format !== 'archive' && areDaysBackwards(choices)) {
      // What is wrong with them is said below them already.
      form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const [one, two] = [first.current, again.current];
    if (!isSealed || one === null || two === null) {
      await takeOut(() => null);
      return;
    }
    if (one.value.trim() === '') {
      refuse(failureMessage({ type: 'PassphraseEmpty' }), one);
      return;
    }
    if (one.value !== two.value) {
      refuse(message('transfer.out.differ'), two);
      return;
    }
    await takeOut(() => {
      two.value = '';
      const passphrase = takeSecret(one);
      setSealings((before) => before + 1);
      return passphrase;
    });
  };

  return (
    <RoomLayout
      label={message('transfer.out.title')}
      heading={message('transfer.out.title')}
      tools={<SettingsWay />}
      margin={
        <>
          <Footnote number={1}>{message('transfer.out.noteReadable')}</Footnote>
          <Footnote number={2}>{message('transfer.out.noteBin')}</Footnote>
        </>
      }
    >
      <p className={styles.lead}>
        {message('transfer.out.lead')}
        <FootnoteMark number={1} /> {message('transfer.out.leadBin')}
        <FootnoteMark number={2} />
      </p>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <FormatList
          value={choices.format}
          isBusy={isWriting}
          onChange={(format) => {
            setProblem(null);
            setTransfers({ choices: { ...choices, format }, takingOut: { is: 'choosing' } });
          }}
        >
          {choices.format === 'archive' ? (
            <SealFields
              key={sealings}
              choices={choices}
              journalName={journalName}
              first={first}
              again={again}
            />
          ) : (
            <FormatOptions choices={choices} />
          )}
        </FormatList>
        <div className={styles.foot}>
          {isWriting ? (
            <TransferProgress label={message('transfer.out.writing')} what="export" />
          ) : (
            <div className={styles.acts}>
              <Button ref={go} look="primary" type="submit">
                {message('transfer.out.choosePlace')}
              </Button>
            </div>
          )}
          <OutcomeWords
            done={
              takingOut.is === 'done' && (
                <>
                  {takingOut.text}{' '}
                  {takingOut.numbers !== null && <span className={styles.numbers}>{takingOut.numbers}</span>}
                </>
              )
            }
            problem={problem ?? (takingOut.is === 'problem' ? takingOut.text : null)}
          />
        </div>
      </form>
    </RoomLayout>
  );
}
