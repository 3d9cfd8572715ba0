import type { RefObject } from 'react';
import { message } from '../../../i18n/i18n';
import { setTransfers, type TakeOutChoices } from '../../../session/transferStore';
import { PassphraseStrength } from '../../../ui/passphraseStrength/PassphraseStrength';
import { useStrength } from '../../../ui/passphraseStrength/useStrength';
import { SecretField } from '../../../ui/SecretField';
import { SegmentedControl } from '../../../ui/SegmentedControl';
import styles from './TakeOut.module.css';

interface SealFieldsProps {
  readonly choices: TakeOutChoices;
  readonly journalName: string;
  readonly first: RefObject<HTMLInputElement | null>;
  readonly again: RefObject<HTMLInputElement | null>;
}

function Passphrases({ journalName, first, again }: Omit<SealFieldsProps, 'choices'>) {
  const { strength, judge } = useStrength([journalName]);
  return (
    <>
      <SecretField
        ref={first}
        label={message('transfer.out.passphrase')}
        autoComplete="off"
        onInput={() => judge(first.current?.value ?? '')}
      />
      <PassphraseStrength strength={strength} />
      <SecretField ref={again} label={message('transfer.out.passphraseAgain')} autoComplete="off" />
      <p className={styles.for}>{message('transfer.out.sealNote')}</p>
    </>
  );
}

/** Whether an archive can be read by anybody, or only with a passphrase of its own. */
export function SealFields({ choices, ...fields }: SealFieldsProps) {
  return (
    <div className={styles.options}>
      <SegmentedControl
        label={message('transfer.out.seal')}
        value={choices.seal}
        options={[
          { value: 'open', label: message('transfer.out.open') },
          { value: 'sealed', label: message('transfer.out.sealed') },
        ]}
        onChange={(seal) => setTransfers({ choices: { ...choices, seal } })}
      />
      {choices.seal === 'sealed' && <Passphrases {...fields} />}
    </div>
  );
}
