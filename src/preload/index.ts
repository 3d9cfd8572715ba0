import { contextBridge, ipcRenderer, webFrame } from 'electron';
import { keeperPortMessage, shellChannels, shellEvents } from '../shared/ipc/channels';

/**
 * Ways to the network that no content security policy covers, or that nothing here needs. The page has a world of its own,
 * which the preload reaches in two ways; both run before the page's first script. Vite's server speaks over WebSocket.
 */
const unneeded = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'RTCDataChannel',
  'WebTransport',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
];
if (window.location.protocol === 'footnote:') {
  void webFrame.executeJavaScript(
    `for (const name of ${JSON.stringify(unneeded)}) delete globalThis[name]; undefined`,
  );
}

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
