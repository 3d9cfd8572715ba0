import type { Handlers } from '../../../shared/ipc/contract';
import type { Journal } from '../../journal/journal';

export const imagesHandlers = (journal: () => Journal): Handlers<'images.add'> => ({
  'images.add': (image) => journal().images.add(image),
});
