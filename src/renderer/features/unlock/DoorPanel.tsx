import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { CodeForm } from './CodeForm';
import { PassphraseForm } from './PassphraseForm';
import type { Door, DoorForm } from './useDoor';

interface DoorPanelProps {
  readonly door: Door;
  readonly form: Exclude<DoorForm, { readonly kind: 'repair' }>;
  /** Whether this computer keeps a key for the journal of the form. */
  readonly login: 'on' | 'off';
}

/** The form of the moment. */
export function DoorPanel({ door, form, login }: DoorPanelProps) {
  const { progress, say: onProblem } = door;
  const { place } = form;
  switch (form.kind) {
    case 'create':
      return (
        <PassphraseForm
          key="create"
          ask="twice"
          submitLabel={message('unlock.create')}
          workLabel={message('unlock.creating')}
          progress={progress}
          canSubmit={place !== null}
          known={place ? [place.name] : []}
          note={message('unlock.honest')}
          onProblem={onProblem}
          onPassphrase={(passphrase) => {
            if (place) void door.create(place, passphrase);
          }}
        />
      );
    case 'unlock':
      return (
        <PassphraseForm
          key="unlock"
          ask="once"
          submitLabel={message('unlock.open')}
          progress={progress}
          canSubmit
          besides={
            login === 'on' && (
              <Button look="outlined" onClick={() => void door.unlockWithLogin(form.place)}>
                {message('unlock.withLogin')}
              </Button>
            )
          }
          onProblem={onProblem}
          onPassphrase={(passphrase) => void door.unlock(form.place, passphrase)}
        />
      );
    case 'code':
      return (
        <>
          <p>{message('unlock.codeWhy')}</p>
          <CodeForm
            progress={progress}
            onProblem={onProblem}
            onCode={(code) => void door.giveCode(form.place, code)}
            onBack={() => door.go('usePassphrase')}
          />
        </>
      );
    case 'newPassphrase':
      return (
        <>
          <p>{message('unlock.newPassphraseWhy')}</p>
          <PassphraseForm
            key="newPassphrase"
            ask="twice"
            submitLabel={message('unlock.recover')}
            progress={progress}
            canSubmit
            known={[form.place.name]}
            besides={
              <Button look="quiet" onClick={() => door.go('usePassphrase')}>
                {message('unlock.newPassphraseBack')}
              </Button>
            }
            onProblem={onProblem}
            onPassphrase={(passphrase) => void door.recover(form.place, passphrase)}
          />
        </>
      );
  }
}
