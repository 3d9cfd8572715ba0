import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';

/** What left the closed network of these tests: one packet at the far end of its only cable. */
export interface Packet {
  readonly at: number;
  readonly transport: string;
  readonly to: string;
  readonly port: number | null;
  readonly length: number;
  /** Hex of the beginning of a UDP packet. */
  readonly start: string;
}

const marker = { host: '203.0.113.99', port: 9 };

/** The kernel itself keeps house with these, whoever runs. */
const kernelTransports: ReadonlySet<string> = new Set(['ARP', 'ICMPv6', 'IGMP']);

function everyPacket(): readonly Packet[] {
  const file = process.env['FOOTNOTE_PACKETS'];
  if (!file) throw new Error('FOOTNOTE_PACKETS is not set; `npm run test:privacy -- packets` sets it');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Packet);
}

const isMarker = ({ to, port }: Packet) => to === marker.host && port === marker.port;

/** A packet of our own, and the number of packets there were before it arrived: proof that the listener listens. */
async function mark(): Promise<number> {
  const before = everyPacket().filter(isMarker).length;
  const socket = createSocket('udp4');
  await new Promise<void>((done, fail) => {
    socket.send('mark', marker.port, marker.host, (error) => (error ? fail(error) : done()));
  });
  socket.close();
  for (const deadline = Date.now() + 5_000; Date.now() < deadline;) {
    const packets = everyPacket();
    if (packets.filter(isMarker).length > before) return packets.findLastIndex(isMarker);
    await new Promise((wait) => setTimeout(wait, 20));
  }
  throw new Error('the listener did not see a packet that was sent for it');
}

/** Packets that leave while `work` runs and in the two seconds after it; the listener is proved before and afterwards. */
export async function packetsDuring(work: () => Promise<unknown>): Promise<readonly Packet[]> {
  const from = await mark();
  await work();
  await new Promise((wait) => setTimeout(wait, 2_000));
  const to = await mark();
  return everyPacket()
    .slice(from + 1, to)
    .filter((packet) => !isMarker(packet) && !kernelTransports.has(packet.transport));
}

/** "UDP to 198.51.100.53:53 (×6)" for people; the same address and port are one line. */
export function describePackets(packets: readonly Packet[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { transport, to, port } of packets) {
    const line = `${transport} to ${to}${port === null ? '' : `:${port}`}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => `${line} (×${count})`);
}
