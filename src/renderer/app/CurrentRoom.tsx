import { lazy } from 'react';
import { assertNever } from '../../shared/assert';
import { TodayRoom } from '../features/today/TodayRoom';
import { useSession } from '../session/sessionStore';

const WriteRoom = lazy(async () => ({ default: (await import('../features/write/WriteRoom')).WriteRoom }));
const JournalRoom = lazy(async () => ({
  default: (await import('../features/journal/JournalRoom')).JournalRoom,
}));
const MovementRoom = lazy(async () => ({
  default: (await import('../features/movement/MovementRoom')).MovementRoom,
}));
const RitualsPage = lazy(async () => ({
  default: (await import('../features/movement/rituals/RitualsPage')).RitualsPage,
}));
const LadderPage = lazy(async () => ({
  default: (await import('../features/movement/steps/LadderPage')).LadderPage,
}));
const InsightsRoom = lazy(async () => ({
  default: (await import('../features/insights/InsightsRoom')).InsightsRoom,
}));
const ReadingPage = lazy(async () => ({
  default: (await import('../features/insights/reading/ReadingPage')).ReadingPage,
}));
const LibraryRoom = lazy(async () => ({
  default: (await import('../features/library/LibraryRoom')).LibraryRoom,
}));
const PacketRoom = lazy(async () => ({
  default: (await import('../features/packet/PacketRoom')).PacketRoom,
}));
const PacketAnswers = lazy(async () => ({
  default: (await import('../features/insights/packet/PacketAnswers')).PacketAnswers,
}));
const HardDayRoom = lazy(async () => ({
  default: (await import('../features/hardDay/HardDayRoom')).HardDayRoom,
}));
const TakeOutPage = lazy(async () => ({
  default: (await import('../features/transfer/takeOut/TakeOutPage')).TakeOutPage,
}));
const BringInPage = lazy(async () => ({
  default: (await import('../features/transfer/bringIn/BringInPage')).BringInPage,
}));
const SettingsRoom = lazy(async () => ({
  default: (await import('../features/settings/SettingsRoom')).SettingsRoom,
}));

/** The room of the session's view. */
export function CurrentRoom() {
  const view = useSession((session) => session.view);
  switch (view.room) {
    case 'today':
      return <TodayRoom />;
    case 'write':
      return (
        <WriteRoom
          entryId={view.entryId}
          promptId={view.promptId}
          reading={view.reading ?? 0}
          templateId={view.templateId ?? null}
          about={view.about ?? null}
          unsaved={view.unsaved ?? null}
          find={view.find ?? null}
        />
      );
    case 'journal':
      return <JournalRoom />;
    case 'movement':
      if (view.page === 'rituals') return <RitualsPage />;
      if (view.page === 'steps') return <LadderPage />;
      return <MovementRoom />;
    case 'insights':
      if (view.page === 'reading') return <ReadingPage />;
      return <InsightsRoom />;
    case 'library':
      return <LibraryRoom page={view.page ?? { kind: 'questions' }} />;
    case 'hardDay':
      return <HardDayRoom />;
    case 'packet':
      return <PacketRoom Answers={PacketAnswers} />;
    case 'settings':
      if (view.page === 'takeOut') return <TakeOutPage />;
      if (view.page === 'bringIn') return <BringInPage />;
      return <SettingsRoom part={view.part ?? null} />;
    default:
      return assertNever(view);
  }
}
