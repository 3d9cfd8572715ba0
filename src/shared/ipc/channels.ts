/** Names only, so that the preload stays tiny. What each takes and gives back is in `contract.ts`. */
export const shellChannels = [
  'app.info',
  'app.setAppearance',
  'journal.suggestNew',
  'journal.chooseNew',
  'journal.chooseExisting',
  'journal.connect',
  'journal.lock',
  'journal.flushed',
  'export.chooseTarget',
] as const;
export type ShellChannel = (typeof shellChannels)[number];

export const keeperChannels = [
  'vault.create',
  'vault.unlock',
  'vault.openSample',
  'today.read',
  'entries.list',
  'entries.read',
  'entries.save',
  'entries.moveToBin',
  'entries.restore',
  'entries.search',
  'checkIns.save',
  'checkIns.remove',
  'sessions.list',
  'sessions.save',
  'sessions.remove',
  'outing.begin',
  'outing.finish',
  'outing.cancel',
  'prompts.offer',
  'prompts.respond',
  'prompts.answers',
  'insights.read',
  'settings.read',
  'settings.save',
  'export.run',
] as const;
export type KeeperChannel = (typeof keeperChannels)[number];

export type ChannelName = ShellChannel | KeeperChannel;

/** What main tells the renderer. Payloads are in `contract.ts`. */
export const shellEvents = ['flushRequested', 'keeperEnded', 'commandChosen'] as const;
export type ShellEvent = (typeof shellEvents)[number];

/** The message that hands the renderer its port to the keeper; the port travels beside it. */
export const keeperPortMessage = 'footnote:keeper-port';
