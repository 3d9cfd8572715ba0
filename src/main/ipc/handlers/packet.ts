import type { PathToken } from '../../../shared/id';
import type { PacketChannel } from '../../../shared/ipc/channels';
import type { Handlers } from '../../../shared/ipc/contract';
import { err } from '../../../shared/result';
import type { Journal } from '../../journal/journal';
import { savePacket } from '../../transfer/packet/savePacket';

export const packetHandlers = (
  journal: () => Journal,
  pathOf: (token: PathToken) => string | undefined,
): Handlers<PacketChannel> => ({
  'packet.read': (input) => journal().packet.read(input),
  'packet.save': async (wish) => {
    const passphrase = wish.format === 'zip' ? wish.passphrase : null;
    try {
      const target = pathOf(wish.token);
      if (target === undefined) return err({ type: 'PathTokenUnknown' });
      return await savePacket(target, { pdf: wish.pdf, passphrase });
    } finally {
      passphrase?.fill(0);
      wish.pdf.fill(0);
    }
  },
});
