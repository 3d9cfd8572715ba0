import { shellChannels, type ShellChannel } from '../../shared/ipc/channels';
import { err } from '../../shared/result';
import { respond, type Desk } from './respond';
import { isTrustedSender, type Frame, type TrustedPage } from './trustedSender';

/** What is needed of Electron's `ipcMain`. */
export interface IpcMainPort {
  readonly handle: (
    channel: string,
    listener: (event: { readonly senderFrame: Frame | null }, input: unknown) => Promise<unknown>,
  ) => void;
}

export function registerShell(ipcMain: IpcMainPort, desk: Desk<ShellChannel>, page: TrustedPage): void {
  for (const channel of shellChannels) {
    ipcMain.handle(channel, async (event, input) =>
      isTrustedSender(event.senderFrame, page) ? respond(desk, channel, input) : err({ type: 'NotTrusted' }),
    );
  }
}
