import type { JournalWarning } from '../../../shared/domain/vault';
import { call } from '../../bridge/client';
import { invalidateCare } from '../../bridge/careQueries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import { Notice } from './Notice';
import { warningWords } from './warningWords';

async function dismiss(type: JournalWarning['type']): Promise<void> {
  const reply = await call('vault.dismissWarning', { type });
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  invalidateCare();
}

/** One thing the keeper noticed when it opened the journal. */
export function WarningNotice({ warning }: { readonly warning: JournalWarning }) {
  const openView = useSession((session) => session.openView);
  const { title, text, way } = warningWords(warning);
  return (
    <Notice
      title={title}
      text={text}
      actions={
        <>
          {way && (
            <Button look="outlined" onClick={() => openView({ room: 'settings', part: way.part })}>
              {way.label}
            </Button>
          )}
          <Button
            look="quiet"
            aria-label={message('care.dismissOf', { title })}
            onClick={() => void dismiss(warning.type)}
          >
            {message('care.dismiss')}
          </Button>
        </>
      }
    />
  );
}
