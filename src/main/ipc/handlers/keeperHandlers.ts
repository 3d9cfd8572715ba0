import type { PathToken } from '../../../shared/id';
import type { KeeperChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';
import type { SealingPorts } from '../../transfer/exportJournal';
import { entryFactsHandlers } from './entryFacts';
import { entriesHandlers } from './entries';
import { careHandlers, type Care } from './care';
import { checkInsHandlers } from './checkIns';
import { exportHandlers } from './export';
import { historyHandlers } from './history';
import { imagesHandlers } from './images';
import { findingHandlers } from './finding';
import { insightsHandlers } from './insights';
import { libraryHandlers } from './library';
import { movementHandlers } from './movement';
import { packetHandlers } from './packet';
import { ritualsHandlers } from './rituals';
import { settingsHandlers } from './settings';
import { spansHandlers } from './spans';
import { spellingHandlers } from './spelling';
import { stepsHandlers } from './steps';
import { templatesHandlers } from './templates';
import { todayHandlers } from './today';
import { transferHandlers, type TransferDesks } from './transfers';
import { vaultHandlers, type Vault } from './vault';

export interface KeeperRoom {
  readonly vault: Vault;
  readonly care: Care;
  /** Throws while no journal is open; the pipeline has refused such calls before. */
  readonly journal: () => Journal;
  readonly pathOf: (token: PathToken) => string | undefined;
  readonly sealing: SealingPorts;
  readonly transfers: TransferDesks;
}

export const keeperHandlers = ({
  vault,
  care,
  journal,
  pathOf,
  sealing,
  transfers,
}: KeeperRoom): Handlers<KeeperChannel> => ({
  ...vaultHandlers(vault),
  ...careHandlers(care),
  ...spellingHandlers(journal),
  ...spansHandlers(journal),
  ...libraryHandlers(journal),
  ...templatesHandlers(journal),
  ...todayHandlers(journal),
  ...entriesHandlers(journal),
  ...entryFactsHandlers(journal),
  ...imagesHandlers(journal),
  ...findingHandlers(journal),
  ...checkInsHandlers(journal),
  ...historyHandlers(journal),
  ...movementHandlers(journal),
  ...ritualsHandlers(journal),
  ...stepsHandlers(journal),
  ...insightsHandlers(journal),
  ...settingsHandlers(journal),

  ...packetHandlers(journal, pathOf),
  ...exportHandlers(journal, pathOf, sealing, transfers),
  ...transferHandlers(journal, pathOf, transfers),
});
