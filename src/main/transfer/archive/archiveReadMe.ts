/** What someone finds who opens the archive years later, without Footnote. */
export const archiveReadMe = `# A journal, whole

This is everything in a Footnote journal. Nothing here needs Footnote, and unless the archive was given a passphrase nothing here is
encrypted: keep it where you would keep a paper journal.

- \`manifest.json\`: the format, and the size and SHA-256 of every other file
- \`schema.json\`: a JSON Schema of the records, table by table
- \`records/NAME.jsonl\`: one record a line, as JSON, in the order of what names it
- \`images/images.jsonl\`: the pictures, and \`images/full\` and \`images/small\`: their files, named by their ids

Instants (\`at\`, \`created_at\`, \`updated_at\` …) are milliseconds since 1970-01-01T00:00Z. \`zone\` and \`offset_minutes\` say where they were
lived, \`day\` which day they belong to: a day ends in the small hours. \`null\` was not recorded; it is never zero and never no.

\`entries\` hold the text in \`document\`, as a tree: every node has a \`type\`, text is in \`text\`, what is inside it in \`children\`. An entry with
a \`binned_at\` is in the bin. \`entry_versions\` are earlier states, \`entry_tags\` say which entry has which tag. In \`check_ins\`, \`valence\`
and \`energy\` run from -1 to 1; those with a \`session_id\` were given before or after that session of \`movement_sessions\`. Spans have a first and a last day,
and no last day while they last.

Footnote reads it back in without loss, into an empty journal or one that holds something already.
`;
