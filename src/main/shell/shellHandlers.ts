import { dirname } from 'node:path';
import type { MessagePortMain } from 'electron';
import { assert } from '../../shared/assert';
import type { ShellChannel } from '../../shared/ipc/channels';
import type { Handlers, Output } from '../../shared/ipc/contract';
import type { Appearance, Privacy } from '../../shared/domain/settings';
import type { Clock } from '../../shared/ports';
import type { Failure } from '../../shared/ipc/failures';
import type { Paper } from '../../shared/packet/paper';
import { err, ok, type Result } from '../../shared/result';
import { instantToMoment } from '../../shared/time';
import type { KeeperTarget } from '../keeper/protocol';
import { describePlace, shortenHome, suggestFolder, type PathTokens } from './journalPlaces';
import type { Lock } from './lock';
import type { OpenAddress } from './openAddress';
import { safetyHandlers, type SafetyParts } from './safetyHandlers';
import { words } from './words';

export interface ShellParts extends SafetyParts {
  readonly version: string;
  readonly clock: Clock;
  /** Where the app keeps what is its own. */
  readonly userData: string;
  readonly tokens: PathTokens;
  readonly lock: Lock;
  /** A new empty folder for a sample journal. */
  readonly sampleFolder: () => string;
  readonly applyAppearance: (appearance: Appearance) => void;
  readonly applyPrivacy: (privacy: Privacy) => void;
  readonly settleQuick: () => Output<'app.setQuick'>['keys'];
  readonly quickDone: () => void;
  readonly pastePlain: () => void;
  readonly settleReminders: () => Output<'app.setReminders'>['notices'];
  readonly checkOffline: () => Promise<Output<'app.checkOffline'>['attempts']>;
  readonly openAddress: OpenAddress;
  /** What is usual in the region this computer is set to. */
  readonly paper: () => Paper;
  /** The page as its print styles show it, with bookmarks and page numbers. Rejects when it cannot be made. */
  readonly pagesAsPdf: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly givePort: (port: MessagePortMain) => void;
}

export function shellHandlers(parts: ShellParts): Handlers<ShellChannel> {
  const { preferences, tokens, pickers, keeper, lock, loginKeys } = parts;
  const place = (folder: string) => describePlace(folder, parts.home, tokens);
  const suggestion = () => suggestFolder(parts.documents);

  /** A choice counts when the journal was opened; until then the last one stays. */
  function lastJournal(): string | undefined {
    const target = keeper.target();
    if (target?.kind === 'journal' && keeper.state() === 'unlocked') return target.folder;
    return preferences.read().lastJournal ?? undefined;
  }

  function secondBackups(folder: string | undefined): string | null {
    const place = folder === undefined ? undefined : preferences.read().secondBackups[folder];
    return place === undefined ? null : shortenHome(place, parts.home);
  }

  let isAskingToOpen = false;

  /** The keeper learns where, the page gets a token and words. */
  async function chosen(
    target: string | undefined,
  ): Promise<Result<Output<'export.chooseTarget'>, Failure<'Cancelled'>>> {
    if (target === undefined) return err({ type: 'Cancelled' });
    const token = tokens.tokenFor(target);
    await keeper.notePath(token, target);
    return ok({ token, place: shortenHome(target, parts.home) });
  }

  async function connect(target: KeeperTarget): Promise<void> {
    parts.givePort(await keeper.begin(target));
  }

  return {
    'app.info': () => {
      const last = lastJournal();
      return ok({
        version: parts.version,
        platform: platformOf(process.platform),
        appearance: preferences.read().appearance,
        state: keeper.state(),
        journal: last === undefined ? null : place(last),
        isSample: keeper.state() === 'unlocked' && keeper.target()?.kind === 'sample',
        paper: parts.paper(),
        privacy: preferences.read().privacy,
        writing: preferences.read().writing,
        quick: preferences.read().quick,
        reminders: preferences.read().reminders,
        login: { place: loginKeys.place(), isOn: last !== undefined && loginKeys.isOn(last) },
        places: { app: shortenHome(parts.userData, parts.home), secondBackups: secondBackups(last) },
      });
    },
    'app.setAppearance': ({ appearance }) => {
      preferences.change({ appearance });
      parts.applyAppearance(appearance);
      return ok(null);
    },
    'app.setPrivacy': (privacy) => {
      preferences.change({ privacy });
      parts.applyPrivacy(privacy);
      return ok(null);
    },
    'app.setQuick': (quick) => {
      preferences.change({ quick });
      return ok({ keys: parts.settleQuick() });
    },
    'app.quickDone': () => {
      parts.quickDone();
      return ok(null);
    },
    'app.pastePlain': () => {
      parts.pastePlain();
      return ok(null);
    },
    'app.setReminders': (reminders) => {
      preferences.change({ reminders });
      return ok({ notices: parts.settleReminders() });
    },
    'app.setWriting': (writing) => {
      preferences.change({ writing });
      return ok(null);
    },
    'app.checkOffline': async () => ok({ attempts: await parts.checkOffline() }),
    'journal.suggestNew': () => ok(place(suggestion())),
    'journal.chooseNew': async () => {
      const chosen = await pickers.newJournal(suggestion());
      return chosen === undefined ? err({ type: 'Cancelled' }) : ok(place(chosen));
    },
    'journal.chooseExisting': async () => {
      const last = lastJournal();
      const chosen = await pickers.existingJournal(last === undefined ? parts.documents : dirname(last));
      return chosen === undefined ? err({ type: 'Cancelled' }) : ok(place(chosen));
    },
    'journal.connect': async (wish) => {
      if (wish.kind === 'sample') {
        await connect({ kind: 'sample', folder: parts.sampleFolder() });
        return ok(null);
      }
      const folder = tokens.pathOf(wish.token);
      if (folder === undefined) return err({ type: 'PathTokenUnknown' });
      await connect({ kind: 'journal', folder });
      return ok(null);
    },
    'journal.lock': async () => {
      if (keeper.state() === 'locked' && !keeper.hasClosedJournal()) return ok(null);
      return (await lock.lock()) === 'locked' ? ok(null) : err({ type: 'TextNotSaved' });
    },
    'journal.flushed': ({ outcome }) => {
      lock.flushed(outcome);
      return ok(null);
    },
    'link.open': async ({ address }) => {
      // A page that asks again and again gets one window, not many.
      if (isAskingToOpen) return err({ type: 'Cancelled' });
      isAskingToOpen = true;
      const answer = await pickers.openAddress(address).finally(() => {
        isAskingToOpen = false;
      });
      if (answer === 'cancel' || keeper.state() !== 'unlocked') return err({ type: 'Cancelled' });
      const outcome = await parts.openAddress(address);
      return outcome === 'opened' ? ok(null) : err({ type: 'LinkNotOpened' });
    },
    'card.chooseTarget': async ({ format }) => {
      const { day } = instantToMoment(parts.clock.now(), parts.clock.zone(), 0);
      return chosen(await pickers.cardTarget(format, parts.documents, words.cardName(day)));
    },
    'packet.chooseTarget': async ({ format }) => {
      const { day } = instantToMoment(parts.clock.now(), parts.clock.zone(), 0);
      return chosen(await pickers.packetTarget(format, parts.documents, words.packetName(day)));
    },
    'packet.makePdf': async () => {
      const pdf = await parts.pagesAsPdf().catch(() => undefined);
      return pdf ? ok({ pdf }) : err({ type: 'PrintFailed' });
    },
    'page.print': async () => {
      const outcome = await pickers.print();
      if (outcome === 'printed') return ok(null);
      return err({ type: outcome === 'cancelled' ? 'Cancelled' : 'PrintFailed' });
    },
    'import.pick': async ({ what }) => chosen(await pickers.importSource(what, parts.documents)),
    'export.chooseTarget': async (what) => {
      const { day } = instantToMoment(parts.clock.now(), parts.clock.zone(), 0);
      return chosen(await pickers.exportTarget(what, parts.documents, words.exportName(day)));
    },
    ...safetyHandlers(parts),
  };
}

function platformOf(platform: NodeJS.Platform): Output<'app.info'>['platform'] {
  assert(
    platform === 'linux' || platform === 'darwin' || platform === 'win32',
    'a platform the app is not built for',
  );
  return platform;
}
