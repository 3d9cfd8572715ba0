import { defaultWriting, type Writing } from '../../shared/domain/settings';
import type { Output } from '../../shared/ipc/contract';
import { call } from './client';
import { queryClient, useAppInfo } from './queries';

/** How the page behaves on this computer. */
export const useWriting = (): Writing => useAppInfo().data?.writing ?? defaultWriting;

/** On the screen at once; remembered a moment later. */
export async function changeWriting(choice: keyof Writing, to: 'on' | 'off'): Promise<void> {
  const info = queryClient.getQueryData<Output<'app.info'>>(['app']);
  const writing: Writing = { ...(info?.writing ?? defaultWriting), [choice]: to };
  if (info) queryClient.setQueryData(['app'], { ...info, writing });
  await call('app.setWriting', writing);
}

export async function toggleWriting(choice: keyof Writing): Promise<void> {
  const info = queryClient.getQueryData<Output<'app.info'>>(['app']);
  await changeWriting(choice, info?.writing[choice] === 'on' ? 'off' : 'on');
}
