import { execFileSync } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { busAddresses, socketPath, watchDbus } from '../../../src/main/shell/dbusSignals';
import { createTestFolder } from '../../support/testFolder';
import { isInstalled, startBus, type PrivateBus } from '../../support/privateBus';

const pause = async (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

describe('the address of a bus', () => {
  it.each([
    ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
    ['unix:path=/run/user/1000/bus,guid=0123', '/run/user/1000/bus'],
    ['unix:guid=0123,abstract=/tmp/dbus-x', '\0/tmp/dbus-x'],
    ['unix:path=/tmp/a%20bus', '/tmp/a bus'],
    ['unixexec:path=/bin/sh;unix:path=/b', '/b'],
  ])('%s is a socket of this computer', (address, path) => {
    expect(socketPath(address)).toBe(path);
  });

  it.each([
    'tcp:host=192.0.2.1,port=12345',
    'nonce-tcp:host=192.0.2.1,port=1,noncefile=/x',
    'unixexec:path=/bin/sh',
    'launchd:env=X',
    'unix:path=/%zz',
    'unix:',
    '',
    'nonsense',
  ])('%j is not spoken to', (address) => {
    expect(socketPath(address)).toBeUndefined();
  });

  it('comes from the environment, or is where systems put it', () => {
    expect(busAddresses({ XDG_RUNTIME_DIR: '/run/user/7' })).toEqual({
      system: 'unix:path=/var/run/dbus/system_bus_socket',
      session: 'unix:path=/run/user/7/bus',
    });
    expect(busAddresses({}).session).toBeUndefined();
    expect(
      busAddresses({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a', DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/b' }),
    ).toEqual({ system: 'unix:path=/b', session: 'unix:path=/a' });
  });
});

describe('a bus that is not there', () => {
  it('is no error', async () => {
    const watch = watchDbus({ system: 'unix:path=/nowhere/at/all', session: undefined }, () => {
      throw new Error('nobody is there to tell');
    });
    await pause(50);
    watch.stop();
  });
});

const send = (bus: PrivateBus, path: string, name: string, ...values: readonly string[]) =>
  execFileSync('dbus-send', [`--bus=${bus.address}`, '--type=signal', path, name, ...values]);

const brokenHeader = 'l\x04\x00\x01\x00\x00\x00\x00\x01\x00\x00\x00\x08\x00\x00\x00';

describe('something else at the address of a bus', () => {
  it.each([
    ['refuses', 'REJECTED EXTERNAL\r\n'],
    ['talks nonsense', `OK 0123\r\n|${'\xff'.repeat(200)}`],
    // A field whose type is called "zzzzz": the parser throws.
    ['speaks of things there are not', `OK 0123\r\n|${brokenHeader}\x01\x05zzzzz\x00`],
    ['promises a message without an end', `OK 0123\r\n|l\x04\x00\x01${'\x7f'.repeat(12)}l\x04`],
    ['hangs up', ''],
  ])('is no error when it %s', async (_what, answer) => {
    using folder = createTestFolder();
    const path = join(folder.path, 'socket');
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      if (answer === '') socket.destroy();
      else {
        const [greeting = '', rest = ''] = answer.split('|');
        socket.once('data', () => socket.write(greeting));
        setTimeout(() => socket.write(Buffer.from(rest, 'latin1')), 50);
      }
    });
    await new Promise<void>((listening) => server.listen(path, listening));
    let aways = 0;
    const watch = watchDbus({ system: `unix:path=${path}`, session: undefined }, () => {
      aways += 1;
    });
    await pause(100);
    watch.stop();
    for (const socket of sockets) socket.destroy();
    server.close();
    expect(sockets).toHaveLength(1);
    expect(aways).toBe(0);
  });
});

describe.skipIf(!isInstalled('dbus-daemon') || !isInstalled('dbus-send'))('a real bus', () => {
  it('tells of the screen lock and of sleep, and of nothing else', async () => {
    using folder = createTestFolder();
    const system = await startBus(folder.path);
    const session = await startBus(folder.path);
    let aways = 0;
    const watch = watchDbus({ system: system.address, session: session.address }, () => {
      aways += 1;
    });
    await pause(300);
    send(system, '/org/freedesktop/login1/session/c2', 'org.freedesktop.login1.Session.Lock');
    send(system, '/org/freedesktop/login1', 'org.freedesktop.login1.Manager.PrepareForSleep', 'boolean:true');
    for (const saver of ['freedesktop', 'gnome', 'cinnamon', 'mate'])
      send(session, '/x', `org.${saver}.ScreenSaver.ActiveChanged`, 'boolean:true');
    await vi.waitFor(() => expect(aways).toBe(6));
    send(system, '/org/freedesktop/login1/session/c2', 'org.freedesktop.login1.Session.Unlock');
    send(
      system,
      '/org/freedesktop/login1',
      'org.freedesktop.login1.Manager.PrepareForSleep',
      'boolean:false',
    );
    send(session, '/x', 'org.gnome.ScreenSaver.ActiveChanged', 'boolean:false');
    send(session, '/x', 'org.gnome.ScreenSaver.ActiveChanged', 'string:true');
    send(session, '/x', 'org.gnome.ScreenSaver.ActiveChanged');
    await pause(200);
    expect(aways).toBe(6);
    watch.stop();
    system.stop();
    session.stop();
  });

  it('that goes away is no error', async () => {
    using folder = createTestFolder();
    const bus = await startBus(folder.path);
    const watch = watchDbus({ system: bus.address, session: bus.address }, () => undefined);
    await pause(200);
    bus.stop();
    await pause(200);
    watch.stop();
  });
});
