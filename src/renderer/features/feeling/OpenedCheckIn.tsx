import { useSession } from '../../session/sessionStore';
import { CheckInDialog } from './CheckInDialog';

/** The check-in that any room has opened. */
export function OpenedCheckIn() {
  const { openedCheckIn, openCheckIn } = useSession();
  if (openedCheckIn === null) return null;
  const checkIn = openedCheckIn === 'new' ? null : openedCheckIn;
  return <CheckInDialog key={checkIn?.id ?? 'new'} checkIn={checkIn} onClose={() => openCheckIn(null)} />;
}
