/** Names only, so that the preload stays tiny. What each takes and gives back is in `contract.ts`. */
export const shellChannels = [
  'app.info',
  'app.setAppearance',
  'app.setPrivacy',
  'app.setWriting',
  'app.setQuick',
  'app.quickDone',
  'app.pastePlain',
  'app.setReminders',
  'app.checkOffline',
  'journal.suggestNew',
  'journal.chooseNew',
  'journal.chooseExisting',
  'journal.connect',
  'journal.lock',
  'journal.flushed',
  'link.open',
  'export.chooseTarget',
  'import.pick',
  'card.chooseTarget',
  'packet.chooseTarget',
  'packet.makePdf',
  'page.print',
  'kit.print',
  'kit.savePdf',
  'login.prepare',
  'login.give',
  'login.forget',
  'backups.chooseSecondPlace',
  'backups.forgetSecondPlace',
] as const;
export type ShellChannel = (typeof shellChannels)[number];

/** Keys. */
const vaultChannels = [
  'vault.create',
  'vault.unlock',
  'vault.unlockWithLogin',
  'vault.tryRecoveryCode',
  'vault.recover',
  'vault.openSample',
  'vault.status',
  'vault.dismissWarning',
  'vault.changePassphrase',
  'vault.makeKit',
  'vault.kitSeen',
  'vault.proveKit',
  'vault.checkKit',
  'vault.rotateKey',
  'vault.addLogin',
  'vault.removeLogin',
] as const;
export type VaultChannel = (typeof vaultChannels)[number];

/** Backups, repair and the person's own words. */
const careChannels = [
  'backups.list',
  'backups.make',
  'backups.check',
  'backups.restore',
  'repair.salvage',
  'repair.verify',
  'repair.lastVerified',
  'spelling.words',
  'spelling.add',
  'spelling.remove',
] as const;
export type CareChannel = (typeof careChannels)[number];

/** Prompts, keepsakes and the page for hard days. */
const libraryChannels = [
  'prompts.offer',
  'prompts.respond',
  'prompts.answers',
  'prompts.shelf',
  'prompts.saveOwn',
  'prompts.removeOwn',
  'prompts.setShown',
  'keepsakes.list',
  'keepsakes.save',
  'keepsakes.remove',
  'keepsakes.ofToday',
  'hardDay.read',
  'hardDay.save',
] as const;
export type LibraryChannel = (typeof libraryChannels)[number];

/** What entries can begin from. */
const templateChannels = ['templates.list', 'templates.save', 'templates.remove'] as const;
export type TemplateChannel = (typeof templateChannels)[number];
const imageChannels = ['images.add'] as const;
export type ImageChannel = (typeof imageChannels)[number];

/** Ways back to what was written. */
const findingChannels = [
  'entries.days',
  'entries.window',
  'entries.onThisDay',
  'searches.choices',
  'searches.list',
  'searches.save',
  'searches.remove',
] as const;
export type FindingChannel = (typeof findingChannels)[number];

/** What was done, by day. */
const historyChannels = [
  'history.outline',
  'history.window',
  'history.between',
  'history.choices',
  'history.sums',
  'sessions.putBack',
] as const;
export type HistoryChannel = (typeof historyChannels)[number];

/** What is said of an entry beside its text, its earlier states, and its end. */
const entryFactsChannels = [
  'entries.setTags',
  'entries.setStar',
  'entries.setTitle',
  'entries.setMoment',
  'entries.remove',
  'entries.emptyBin',
  'tags.list',
  'tags.rename',
  'tags.merge',
  'tags.unmerge',
  'tags.remove',
  'tags.give',
  'versions.list',
  'versions.read',
  'versions.restore',
] as const;
export type EntryFactsChannel = (typeof entryFactsChannels)[number];

/** Chosen pages for somebody one trusts. */
const packetChannels = ['packet.read', 'packet.save'] as const;
export type PacketChannel = (typeof packetChannels)[number];

/** What the person returns to. */
const ritualChannels = [
  'rituals.list',
  'rituals.trail',
  'rituals.save',
  'rituals.order',
  'rituals.setOffered',
  'rituals.remove',
  'rituals.putBack',
  'rituals.note',
  'rituals.takeBack',
] as const;
export type RitualChannel = (typeof ritualChannels)[number];

/** The ladder of small first steps. */
const stepChannels = [
  'steps.read',
  'steps.saveOwn',
  'steps.removeOwn',
  'steps.choose',
  'steps.note',
  'steps.takeBack',
] as const;
export type StepChannel = (typeof stepChannels)[number];

/** Mood beside movement. */
const insightsChannels = [
  'insights.version',
  'insights.records',
  'insights.standings',
  'insights.judge',
  'insights.setCardShown',
] as const;
export type InsightsChannel = (typeof insightsChannels)[number];
/** Kinds of movement, and what a session is asked beside its own record. */
const movementChannels = [
  'kinds.list',
  'kinds.save',
  'kinds.arrange',
  'kinds.remove',
  'sessions.overlapping',
  'sessions.habits',
  'sessions.entries',
  'sessions.ofEntry',
  'sessions.setEntry',
] as const;
export type MovementChannel = (typeof movementChannels)[number];

/** Injury, illness, rest and travel. */
const spanChannels = ['spans.list', 'spans.save', 'spans.remove'] as const;
export type SpanChannel = (typeof spanChannels)[number];

/** How it was, and the words for it. */
const checkInChannels = [
  'checkIns.save',
  'checkIns.remove',
  'checkIns.read',
  'checkIns.putBack',
  'checkIns.list',
  'feelings.list',
  'feelings.save',
] as const;
export type CheckInChannel = (typeof checkInChannels)[number];

/** Bringing in, and how far anything long has come. */
const transferChannels = [
  'import.look',
  'import.nextPicture',
  'import.givePicture',
  'import.say',
  'import.apply',
  'import.leave',
  'imports.list',
  'imports.takeBack',
  'transfer.progress',
  'transfer.cancel',
] as const;
export type TransferChannel = (typeof transferChannels)[number];

export const keeperChannels = [
  ...movementChannels,
  ...vaultChannels,
  ...careChannels,
  ...libraryChannels,
  ...imageChannels,
  ...findingChannels,
  ...historyChannels,
  ...templateChannels,
  ...entryFactsChannels,
  ...insightsChannels,
  ...ritualChannels,
  ...stepChannels,
  ...spanChannels,
  ...checkInChannels,
  ...packetChannels,
  ...transferChannels,
  'today.read',
  'entries.list',
  'entries.read',
  'entries.save',
  'entries.moveToBin',
  'entries.restore',
  'entries.search',
  'sessions.list',
  'sessions.save',
  'sessions.remove',
  'outing.begin',
  'outing.finish',
  'outing.cancel',
  'settings.read',
  'settings.save',
  'export.run',
  'card.save',
] as const;
export type KeeperChannel = (typeof keeperChannels)[number];

export type ChannelName = ShellChannel | KeeperChannel;

/** What main tells the renderer. Payloads are in `contract.ts`. */
export const shellEvents = [
  'flushRequested',
  'keeperEnded',
  'commandChosen',
  'curtainWanted',
  'quickEntryWanted',
] as const;
export type ShellEvent = (typeof shellEvents)[number];

/** The message that hands the renderer its port to the keeper; the port travels beside it. */
export const keeperPortMessage = 'footnote:keeper-port';
