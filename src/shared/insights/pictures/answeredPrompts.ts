import type { DiaryRecords } from '../../domain/insights';

type Answer = DiaryRecords['answers'][number];

export interface AnsweredPrompt {
  readonly promptId: Answer['promptId'];
  /** In time order. */
  readonly entries: readonly Pick<Answer, 'entryId' | 'day'>[];
}

/** Entries by the prompt they answer, the prompt answered last first. Nothing is read in them, and nothing counted but them. */
export function groupAnswers(answers: readonly Answer[]): readonly AnsweredPrompt[] {
  const groups = new Map<Answer['promptId'], Pick<Answer, 'entryId' | 'day'>[]>();
  for (const { promptId, entryId, day } of answers) {
    const group = groups.get(promptId);
    if (group === undefined) groups.set(promptId, [{ entryId, day }]);
    else group.push({ entryId, day });
  }
  return [...groups]
    .map(([promptId, entries]) => ({
      promptId,
      entries: entries.toSorted((one, other) => one.day - other.day),
    }))
    .toSorted((one, other) => (other.entries.at(-1)?.day ?? 0) - (one.entries.at(-1)?.day ?? 0));
}
