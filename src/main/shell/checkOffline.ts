import type { Session, WebContents } from 'electron';
import type { Output } from '../../shared/ipc/contract';
import { deadProxy, webRtcPolicy } from './security';

type Attempts = Output<'app.checkOffline'>['attempts'];
type Outcome = Attempts[number]['outcome'];

export interface OfflineParts {
  readonly own: Session;
  /** Nobody uses it, and it is there all the same. */
  readonly plain: Session;
  readonly page: () => WebContents | undefined;
}

/** An address that everybody may use in examples. It must not be found, so nobody there ever hears of it. */
const outside = 'https://example.com/';
/** Being refused takes milliseconds. What is silent for so long was not refused. */
const refusedWithin = 2_000;

/** Tries to get out in each way main has. `stopped` is said of what was refused here, never of what merely had no answer. */
export async function checkOffline({ own, plain, page }: OfflineParts): Promise<Attempts> {
  const [nameLookup, pageRequest, plainSession, proxy] = await Promise.all([
    eachRefused([own, plain], async (session) => session.resolveHost(new URL(outside).hostname)),
    eachRefused([own], async (session) => session.fetch(outside)),
    eachRefused([plain], async (session) => session.fetch(outside)),
    everyAnswerIsDead([own, plain]),
  ]);
  return [
    { way: 'nameLookup', outcome: nameLookup },
    { way: 'pageRequest', outcome: pageRequest },
    { way: 'plainSession', outcome: plainSession },
    { way: 'proxy', outcome: proxy },
    { way: 'realtime', outcome: stoppedIf(page()?.getWebRTCIPHandlingPolicy() === webRtcPolicy) },
    { way: 'dictionaries', outcome: stoppedIf([own, plain].every(fetchesNoDictionary)) },
  ];
}

const stoppedIf = (is: boolean): Outcome => (is ? 'stopped' : 'gotOut');

/** On macOS the system checks the spelling and the list of languages has no meaning. */
const fetchesNoDictionary = (session: Session) =>
  !session.isSpellCheckerEnabled() || session.getSpellCheckerLanguages().length === 0;

async function eachRefused(
  sessions: readonly Session[],
  attempt: (session: Session) => Promise<unknown>,
): Promise<Outcome> {
  const refused = await Promise.all(
    sessions.map((session) =>
      within(
        attempt(session).then(
          () => false,
          () => true,
        ),
      ),
    ),
  );
  return stoppedIf(refused.every((each) => each === true));
}

async function everyAnswerIsDead(sessions: readonly Session[]): Promise<Outcome> {
  const answers = await Promise.all(sessions.map((session) => within(session.resolveProxy(outside))));
  const dead = new URL(deadProxy);
  return stoppedIf(answers.every((answer) => answer === `SOCKS5 ${dead.host}`));
}

async function within<Value>(attempt: Promise<Value>): Promise<Value | 'silent'> {
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => resolve('silent'), refusedWithin);
  });
  try {
    return await Promise.race([attempt, silent]);
  } finally {
    clearTimeout(timer);
  }
}
