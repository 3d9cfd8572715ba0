import type { VaultStatus } from '../../../shared/domain/vault';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { Notice } from './Notice';

interface ReadOnlyNoticeProps {
  readonly because: NonNullable<VaultStatus['readOnlyBecause']>;
  readonly onRead: () => void;
}

/** Why nothing can be written now, and what still can be done. The column of rooms goes on saying so. */
export function ReadOnlyNotice({ because, onRead }: ReadOnlyNoticeProps) {
  const openView = useSession((session) => session.openView);
  const title = message('care.readOnly');
  return (
    <Notice
      title={title}
      text={message(`care.readOnly.${because}`)}
      actions={
        <>
          <Button look="outlined" onClick={() => openView({ room: 'settings', part: 'export' })}>
            {message('care.way.export')}
          </Button>
          <Button look="quiet" aria-label={message('care.dismissOf', { title })} onClick={onRead}>
            {message('care.dismiss')}
          </Button>
        </>
      }
    />
  );
}
