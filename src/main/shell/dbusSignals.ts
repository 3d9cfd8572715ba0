import { createConnection, type Socket } from 'node:net';
import { createClient } from '@homebridge/dbus-native';

/** The two buses of a Linux desktop, by the addresses in the environment; undefined where there is none. */
export interface BusAddresses {
  readonly system: string | undefined;
  readonly session: string | undefined;
}

export function busAddresses(environment: NodeJS.ProcessEnv): BusAddresses {
  const runtimeFolder = environment.XDG_RUNTIME_DIR;
  return {
    system: environment.DBUS_SYSTEM_BUS_ADDRESS ?? 'unix:path=/var/run/dbus/system_bus_socket',
    session:
      environment.DBUS_SESSION_BUS_ADDRESS ??
      (runtimeFolder === undefined ? undefined : `unix:path=${runtimeFolder}/bus`),
  };
}

/** A signal that means "nobody is there now", and how its arguments say so. */
interface AwaySignal {
  readonly interface: string;
  readonly member: string;
  readonly isAway: (body: readonly unknown[]) => boolean;
}

const firstIsTrue = ([first]: readonly unknown[]) => first === true;

const onSystemBus: readonly AwaySignal[] = [
  // Also for the session of another person on this computer: a lock too many costs a passphrase, one too few costs more.
  { interface: 'org.freedesktop.login1.Session', member: 'Lock', isAway: () => true },
  { interface: 'org.freedesktop.login1.Manager', member: 'PrepareForSleep', isAway: firstIsTrue },
];
const onSessionBus: readonly AwaySignal[] = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
].map((name) => ({ interface: name, member: 'ActiveChanged', isAway: firstIsTrue }));

/** After a bus that was there went away; one that never was is not looked for again. */
const reconnectAfter = 30_000;

/**
 * Listens for the screen lock and for sleep, of which Electron tells on macOS and Windows alone. What is sent is the greeting
 * of the protocol and which signals to pass on, nothing else. A bus that is missing or lost is no error.
 */
export function watchDbus(addresses: BusAddresses, away: () => void): { readonly stop: () => void } {
  const stops = [
    watchBus(addresses.system, onSystemBus, away),
    watchBus(addresses.session, onSessionBus, away),
  ];
  return { stop: () => stops.forEach((stop) => stop()) };
}

function watchBus(address: string | undefined, signals: readonly AwaySignal[], away: () => void): () => void {
  const path = address === undefined ? undefined : socketPath(address);
  if (path === undefined) return () => undefined;
  let again: NodeJS.Timeout | undefined;
  let socket: Socket | undefined;
  let isStopped = false;

  function connect(socketName: string): void {
    let wasConnected = false;
    const line = createConnection(socketName);
    socket = line;
    // The app must be able to end while the bus is still there.
    line.unref();
    catchBrokenMessages(line);
    line.once('connect', () => {
      wasConnected = true;
      listen(line, signals, away);
    });
    line.on('error', () => line.destroy());
    line.once('close', () => {
      if (!wasConnected || isStopped) return;
      again = setTimeout(() => connect(socketName), reconnectAfter);
      again.unref();
    });
  }

  connect(path);
  return () => {
    isStopped = true;
    clearTimeout(again);
    socket?.destroy();
  };
}

function listen(line: Socket, signals: readonly AwaySignal[], away: () => void): void {
  const bus = createClient({ stream: line, authMethods: ['EXTERNAL'] });
  bus.connection.on('error', () => line.destroy());
  bus.connection.on('message', (message) => {
    const signal = signals.find(
      (one) => one.interface === message.interface && one.member === message.member,
    );
    if (signal?.isAway(message.body ?? [])) away();
  });
  for (const one of signals) {
    bus.addMatch(`type='signal',interface='${one.interface}',member='${one.member}'`, () => undefined);
  }
}

/** The library parses inside the socket's own events, where an error would end the app. */
function catchBrokenMessages(line: Socket): void {
  const emit = line.emit.bind(line);
  line.emit = (event: string | symbol, ...details: unknown[]) => {
    try {
      return emit(event, ...details);
    } catch {
      line.destroy();
      return true;
    }
  };
}

/** Of "unix:path=…" and "unix:abstract=…", the first there is. A bus on the network ("tcp:") is not spoken to. */
export function socketPath(address: string): string | undefined {
  for (const one of address.split(';')) {
    const [, family, settings] = /^(\w+):(.*)$/.exec(one) ?? [];
    if (family !== 'unix' || settings === undefined) continue;
    for (const setting of settings.split(',')) {
      const [, name, value] = /^(path|abstract)=(.+)$/.exec(setting) ?? [];
      if (name === undefined || value === undefined) continue;
      const plain = unescape(value);
      if (plain !== undefined) return name === 'path' ? plain : `\0${plain}`;
    }
  }
  return undefined;
}

function unescape(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
