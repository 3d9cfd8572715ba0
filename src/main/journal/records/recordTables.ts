/** What a record of one table is told from the others by, and which of two states of it is the later one. */
export interface RecordTable {
  readonly name: string;
  /**
   * Columns that name a record in every journal. Rows of entries and tags are numbered in each journal anew, so `entry` stands for
   * the id of the entry and `tag` for the name of the tag.
   */
  readonly key: readonly string[];
  /** The column that grows with every change; a table without one holds what does not change, or has no order of its own. */
  readonly later?: 'updated_at';
  /** Columns whose text is JSON. In a record they are what the text says. */
  readonly json?: readonly string[];
  /** Columns made from others, and numbers that mean nothing elsewhere. In no record. */
  readonly without?: readonly string[];
  /**
   * How two journals come together. `records`: one by one. `whole`: the order of a list is one thing, so it comes along when there is none yet.
   */
  readonly joins: 'records' | 'whole';
}

const derived = ['entry_row', 'title', 'excerpt', 'word_count'] as const;

/** Every table that holds what a person put in, those first that others refer to. Pictures are apart: see `storedImages.ts`. */
export const recordTables: readonly RecordTable[] = [
  { name: 'settings', key: [], without: ['only_row'], joins: 'records' },
  {
    name: 'entries',
    key: ['id'],
    later: 'updated_at',
    json: ['document'],
    without: derived,
    joins: 'records',
  },
  {
    name: 'entry_versions',
    key: ['entry', 'revision'],
    json: ['document'],
    without: ['entry_row', 'word_count'],
    joins: 'records',
  },
  { name: 'entry_tags', key: ['entry', 'tag'], without: ['entry_row', 'tag_row'], joins: 'records' },
  { name: 'own_kinds', key: ['id'], later: 'updated_at', joins: 'records' },
  { name: 'movement_sessions', key: ['id'], later: 'updated_at', joins: 'records' },
  { name: 'check_ins', key: ['id'], later: 'updated_at', json: ['feelings'], joins: 'records' },
  { name: 'check_in_versions', key: ['check_in_id', 'place'], json: ['feelings'], joins: 'records' },
  { name: 'spans', key: ['id'], later: 'updated_at', joins: 'records' },
  { name: 'rituals', key: ['id'], later: 'updated_at', joins: 'records' },
  { name: 'ritual_returns', key: ['id'], joins: 'records' },
  { name: 'own_steps', key: ['id'], later: 'updated_at', joins: 'records' },
  { name: 'steps_taken', key: ['id'], joins: 'records' },
  { name: 'chosen_step', key: [], without: ['only_row'], joins: 'records' },
  { name: 'keepsakes', key: ['id'], later: 'updated_at', joins: 'records' },
  { name: 'own_prompts', key: ['id'], later: 'updated_at', json: ['moments'], joins: 'records' },
  { name: 'hidden_prompts', key: ['prompt_id'], joins: 'records' },
  { name: 'prompt_offers', key: ['day', 'prompt_id', 'offered_at'], without: ['id'], joins: 'records' },
  { name: 'templates', key: ['id'], later: 'updated_at', json: ['document'], joins: 'records' },
  { name: 'saved_searches', key: ['id'], json: ['search'], joins: 'records' },
  {
    name: 'hard_day_page',
    key: [],
    later: 'updated_at',
    json: ['page'],
    without: ['only_row'],
    joins: 'records',
  },
  { name: 'feeling_choices', key: ['feeling'], joins: 'whole' },
  { name: 'kind_choices', key: ['kind'], joins: 'whole' },
  { name: 'hidden_cards', key: ['card'], joins: 'records' },
  { name: 'insight_standings', key: ['card'], joins: 'whole' },
  { name: 'own_words', key: ['word'], joins: 'records' },
];

export function recordTableOf(name: string): RecordTable {
  const table = recordTables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`No table of records: ${name}`);
  return table;
}

/**
 * Tables that hold nothing a person would miss in another journal: what this one is locked with, what was deleted from it, an outing
 * that is under way, what came in before, and what is made from the entries. Tags and pictures travel with what has them.
 */
export const tablesOfOneJournal = [
  'key_file',
  'recovery_kit',
  'deleted_entries',
  'outing',
  'tags',
  'entry_prompts',
  'entry_images',
  'version_images',
  'images',
  'image_bytes',
  'imports',
  'import_changes',
] as const;
