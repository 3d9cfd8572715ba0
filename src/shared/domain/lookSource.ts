/** Programs whose lists and files of movement can be read. */
export const movementSources = [
  'strava',
  'garmin',
  'garmin-account',
  'apple-health',
  'fit',
  'tcx',
  'gpx',
  'google-fit',
  'fitbit',
  'health-connect',
] as const;
export type MovementSource = (typeof movementSources)[number];

/** Programs whose journals can be read; `tables` are our own. */
export const journalSources = [
  'day-one',
  'jrnl',
  'journey',
  'markdown',
  'obsidian',
  'diarium',
  'daylio',
  'mini-diary',
  'mini-diarium',
  'rednotebook',
  'tables',
] as const;
export type JournalSource = (typeof journalSources)[number];

/** Everything a file that is brought in can be. */
export const lookSources = ['archive', ...movementSources, ...journalSources] as const;
