import { recoveryCodeLines, said, withNewJournal, type Command } from '../command';

export const create: Command = {
  name: 'create',
  takes: 'FOLDER',
  does: 'makes a new, empty journal in a folder that is new or empty, and shows its recovery code this once',
  options: {},
  run: (order) =>
    withNewJournal(order, ({ folder, name, keys }) => {
      const recoveryCode = keys.pendingKit()?.code ?? null;
      return said(
        { folder, name, recoveryCode },
        `Made the journal ${name}.`,
        ...(recoveryCode === null ? [] : recoveryCodeLines(recoveryCode)),
      );
    }),
};
