import { said, withNewJournal, type Command } from '../command';

export const create: Command = {
  name: 'create',
  takes: 'FOLDER',
  does: 'makes a new, empty journal in a folder that is new or empty',
  options: {},
  run: (order) =>
    withNewJournal(order, ({ folder, name }) => said({ folder, name }, `Made the journal ${name}.`)),
};
