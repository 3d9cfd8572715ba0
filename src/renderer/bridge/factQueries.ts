import { useQuery } from '@tanstack/react-query';
import { read } from './queries';

export const useTags = () =>
  useQuery({ queryKey: ['journal', 'tags'], queryFn: () => read('tags.list', {}) });
