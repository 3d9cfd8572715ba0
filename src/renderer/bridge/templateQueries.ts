import { useQuery } from '@tanstack/react-query';
import { queryClient, read } from './queries';

const templatesKey = ['templates'] as const;

/** The person's own templates, by name. */
export const useTemplates = () =>
  useQuery({ queryKey: templatesKey, queryFn: () => read('templates.list', {}) });

/** Call it after every change to them. */
export const invalidateTemplates = (): void => {
  void queryClient.invalidateQueries({ queryKey: templatesKey });
};
