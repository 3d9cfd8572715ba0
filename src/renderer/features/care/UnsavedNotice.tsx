import { useState } from 'react';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import type { UnsavedPage } from '../../session/unsavedPages';
import { Button } from '../../ui/Button';
import { Notice } from './Notice';

/** Pages that were left while saving did not work. It goes when everything is saved, and only then. */
export function UnsavedNotice({ pages }: { readonly pages: readonly UnsavedPage[] }) {
  const openView = useSession((session) => session.openView);
  const [isTrying, setIsTrying] = useState(false);
  const [first] = pages;
  if (!first) return null;

  const tryNow = async (): Promise<void> => {
    setIsTrying(true);
    await Promise.all(pages.map(async ({ retry }) => retry()));
    setIsTrying(false);
  };

  return (
    <Notice
      title={message('care.unsaved', { count: pages.length })}
      text={message('care.unsavedText', { reason: failureMessage(first.failure) })}
      actions={
        <>
          <Button look="outlined" disabled={isTrying} onClick={() => void tryNow()}>
            {message('care.way.tryNow')}
          </Button>
          <Button
            look="quiet"
            onClick={() =>
              openView({ room: 'write', entryId: first.entryId, promptId: null, unsaved: 'first' })
            }
          >
            {message('care.way.showPage')}
          </Button>
        </>
      }
    />
  );
}
