import type { Output } from '../../../shared/ipc/contract';

export type Outcome = Output<'app.checkOffline'>['attempts'][number]['outcome'];

/** Ways out that a page has of itself. */
export type PageWay = 'picture' | 'fetch' | 'socket' | 'pageRealtime';

export interface PageAttempt {
  readonly way: PageWay;
  readonly outcome: Outcome;
}

/** Addresses kept for examples: nobody is there, so nothing would reach anyone even if it got out. */
const exampleAddress = '192.0.2.5';
/** What is stopped is refused at once. A line that is still waiting after this has been let through. */
const patienceMs = 2_500;

async function settle(attempt: (done: (outcome: Outcome) => void) => void): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('gotOut'), patienceMs);
    attempt((outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    });
  });
}

const loadPicture = async (): Promise<Outcome> =>
  settle((done) => {
    const picture = new Image();
    picture.addEventListener('error', () => done('stopped'));
    picture.addEventListener('load', () => done('gotOut'));
    picture.src = `http://${exampleAddress}/picture.png`;
  });

async function askAround(): Promise<Outcome> {
  try {
    await fetch(`http://${exampleAddress}/`, { mode: 'no-cors', signal: AbortSignal.timeout(patienceMs) });
    return 'gotOut';
  } catch (error) {
    return error instanceof DOMException && error.name === 'TimeoutError' ? 'gotOut' : 'stopped';
  }
}

const openSocket = async (): Promise<Outcome> =>
  settle((done) => {
    try {
      const socket = new WebSocket(`ws://${exampleAddress}/`);
      socket.addEventListener('error', () => done('stopped'));
      socket.addEventListener('open', () => {
        socket.close();
        done('gotOut');
      });
    } catch {
      done('stopped');
    }
  });

/** A line that finds an address for itself would be heard on the network; one that finds none has nothing to send from. */
async function openRealtime(): Promise<Outcome> {
  if (typeof RTCPeerConnection === 'undefined') return 'stopped';
  const line = new RTCPeerConnection({ iceServers: [{ urls: `stun:${exampleAddress}:3478` }] });
  let found = 0;
  line.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate !== null && candidate.candidate !== '') found += 1;
  });
  line.createDataChannel('check');
  await line.setLocalDescription(await line.createOffer());
  await new Promise((done) => {
    setTimeout(done, patienceMs);
  });
  line.close();
  return found === 0 ? 'stopped' : 'gotOut';
}

/** Tries to reach the network in the page's own ways; takes about two and a half seconds. */
export async function tryFromPage(): Promise<readonly PageAttempt[]> {
  const ways: Readonly<Record<PageWay, () => Promise<Outcome>>> = {
    picture: loadPicture,
    fetch: askAround,
    socket: openSocket,
    pageRealtime: openRealtime,
  };
  return Promise.all(
    Object.entries(ways).map(async ([way, attempt]) => ({
      way: way as PageWay,
      outcome: await attempt().catch((): Outcome => 'stopped'),
    })),
  );
}
