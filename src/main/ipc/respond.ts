import { keeperChannels, shellChannels, type ChannelName } from '../../shared/ipc/channels';
import type { CallContract } from '../../shared/ipc/callContract';
import { contract, type Handlers } from '../../shared/ipc/contract';
import { failureSchemas, universalFailures, type Failure } from '../../shared/ipc/failures';
import { assert } from '../../shared/assert';
import { err, ok, type Result } from '../../shared/result';
import { describeBug, type ReportBug } from '../logging/bugReport';

export type WireReply = Result<unknown, Failure>;

/** One side of the bridge: the shell's desk or the keeper's. */
export interface Desk<Names extends ChannelName> {
  readonly handlers: Handlers<Names>;
  /** `opening` while a passphrase is being tried: too late to start another attempt, too early to read. */
  readonly state: () => 'locked' | 'opening' | 'unlocked';
  /** Of the open journal; asked for calls that write. Without it everything may be written. */
  readonly mode?: () => 'readWrite' | 'readOnly';
  /** Of the open journal; asked for calls that write. False while its folder is moved or gone. */
  readonly isInPlace?: () => boolean;
  /** Checks every answer against the contract; for development and tests. */
  readonly answers: 'checked' | 'trusted';
  readonly createReference: () => string;
  readonly reportBug: ReportBug;
}

const homes = new Map<string, 'shell' | 'keeper'>([
  ...shellChannels.map((name) => [name, 'shell'] as const),
  ...keeperChannels.map((name) => [name, 'keeper'] as const),
]);

function isChannelOf<Names extends ChannelName>(desk: Desk<Names>, channel: unknown): channel is Names {
  return typeof channel === 'string' && homes.has(channel) && Object.hasOwn(desk.handlers, channel);
}

/**
 * Access, input, call, output, reply. Always answers with a value: refusals and expected failures by name,
 * a bug as `Unexpected` with a reference to what was reported. No message, path, SQL or text of the journal crosses.
 */
export async function respond<Names extends ChannelName>(
  desk: Desk<Names>,
  channel: unknown,
  input: unknown,
): Promise<WireReply> {
  if (!isChannelOf(desk, channel)) return err({ type: 'InvalidInput' });
  const call: CallContract = contract[channel];
  const refusal = refuseByState(call.access, desk.state());
  if (refusal) return err(refusal);
  if (call.effect === 'writes' && desk.state() === 'unlocked') {
    if (desk.mode?.() === 'readOnly') return err({ type: 'JournalReadOnly' });
    if (desk.isInPlace?.() === false) return err({ type: 'JournalGone' });
  }
  const parsed = parseInput(call, input);
  if (!parsed.ok) return parsed;
  try {
    const handler = desk.handlers[channel] as (input: unknown) => WireReply | Promise<WireReply>;
    const reply = await handler(parsed.value);
    if (desk.answers === 'checked') checkAnswer(call, reply);
    return reply;
  } catch (thrown) {
    return unexpected(desk, channel, thrown);
  }
}

function refuseByState(
  access: CallContract['access'],
  state: 'locked' | 'opening' | 'unlocked',
): Failure<'JournalLocked' | 'InvalidInput'> | undefined {
  if (access === 'always' || access === state) return undefined;
  // Opening what is open is no accident a person can have; only a bug of ours asks for it.
  return access === 'unlocked' ? { type: 'JournalLocked' } : { type: 'InvalidInput' };
}

function parseInput(call: CallContract, input: unknown): WireReply {
  try {
    const parsed = call.input.safeParse(input);
    return parsed.success ? ok(parsed.data) : err({ type: 'InvalidInput' });
  } catch {
    // Input that cannot even be read: endless nesting, a property that throws.
    return err({ type: 'InvalidInput' });
  }
}

function checkAnswer(call: CallContract, reply: WireReply): void {
  if (reply.ok) {
    assert(call.output.safeParse(reply.value).success, 'the answer is not what the contract says');
    return;
  }
  const { type } = reply.error;
  const isKnown = call.failures.includes(type) || universalFailures.some((name) => name === type);
  assert(isKnown, `the contract does not list ${type}`);
  assert(failureSchemas[type].safeParse(reply.error).success, `the failure ${type} holds something else`);
}

function unexpected<Names extends ChannelName>(
  desk: Desk<Names>,
  channel: string,
  thrown: unknown,
): WireReply {
  const reference = desk.createReference();
  try {
    desk.reportBug(describeBug(reference, channel, thrown));
  } catch {
    // A report that cannot be written must not turn an answer into silence.
  }
  return err({ type: 'Unexpected', reference });
}
