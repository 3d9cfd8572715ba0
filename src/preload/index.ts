import { contextBridge, ipcRenderer } from 'electron';
import { keeperPortMessage, shellChannels, shellEvents } from '../shared/ipc/channels';

const channels: ReadonlySet<string> = new Set(shellChannels);
const events: ReadonlySet<string> = new Set(shellEvents);

contextBridge.exposeInMainWorld('footnote', {
  invoke: async (channel: string, input: unknown): Promise<unknown> => {
    if (!channels.has(channel)) throw new Error('no such channel');
    return ipcRenderer.invoke(channel, input);
  },
  subscribe: (event: string, listener: (payload: unknown) => void): (() => void) => {
    if (!events.has(event)) throw new Error('no such event');
    const forward = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(event, forward);
    return () => ipcRenderer.off(event, forward);
  },
});

// A port cannot pass through the context bridge, a window message can carry it.
ipcRenderer.on(keeperPortMessage, ({ ports }) => {
  window.postMessage(keeperPortMessage, window.location.origin, [...ports]);
});
