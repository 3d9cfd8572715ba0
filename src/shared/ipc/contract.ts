import { z } from 'zod';
import type { Result } from '../result';
import type { CallContract } from './callContract';
import type { ChannelName, ShellEvent } from './channels';
import type { Failure, UniversalFailure } from './failures';
import { careContract } from './careContract';
import { checkInContract } from './checkInContract';
import { entryFactsContract } from './entryFactsContract';
import { findingContract } from './findingContract';
import { historyContract } from './historyContract';
import { imageContract } from './imageContract';
import { insightsContract } from './insightsContract';
import { keeperContract } from './keeperContract';
import { libraryContract } from './libraryContract';
import { packetContract, packetShellContract } from './packetContract';
import { ritualContract } from './ritualContract';
import { movementContract } from './movementContract';
import { shellContract } from './shellContract';
import { spanContract } from './spanContract';
import { stepContract } from './stepContract';
import { templateContract } from './templateContract';
import { transferContract } from './transferContract';
import { vaultContract } from './vaultContract';

/** Every call there is, declared once; handlers and client are derived from it. */
export const contract = {
  ...shellContract,
  ...packetShellContract,
  ...packetContract,
  ...vaultContract,
  ...careContract,
  ...libraryContract,
  ...imageContract,
  ...findingContract,
  ...historyContract,
  ...templateContract,
  ...entryFactsContract,
  ...insightsContract,
  ...ritualContract,
  ...stepContract,
  ...spanContract,
  ...checkInContract,
  ...movementContract,
  ...transferContract,
  ...keeperContract,
} as const satisfies Record<ChannelName, CallContract>;

type Contract = typeof contract;
export type Input<Name extends ChannelName> = z.infer<Contract[Name]['input']>;
export type Output<Name extends ChannelName> = z.infer<Contract[Name]['output']>;
/** The failures a handler may return. */
export type OwnFailure<Name extends ChannelName> = Failure<Contract[Name]['failures'][number]>;
/** What a caller gets: the handler's failures and those of the bridge itself. */
export type Reply<Name extends ChannelName> = Result<
  Output<Name>,
  OwnFailure<Name> | Failure<UniversalFailure>
>;

export type Handlers<Names extends ChannelName> = {
  readonly [Name in Names]: (
    input: Input<Name>,
  ) => Result<Output<Name>, OwnFailure<Name>> | Promise<Result<Output<Name>, OwnFailure<Name>>>;
};

const eventSchemas = {
  /** Save now and answer with `journal.flushed`. */
  flushRequested: z.strictObject({ reason: z.enum(['lock', 'quit']) }),
  keeperEnded: z.strictObject({ wasExpected: z.boolean() }),
  /** Hide everything now: the window lost the focus, or the curtain was chosen in the menu. */
  curtainWanted: z.strictObject({ because: z.enum(['chosen', 'blur']) }),
  /** A line is to be written, whatever is on the page. */
  quickEntryWanted: z.strictObject({}),
  /** Chosen in the application menu. */
  commandChosen: z.strictObject({ command: z.string() }),
} as const satisfies Record<ShellEvent, z.ZodType>;
export type EventPayload<Event extends ShellEvent> = z.infer<(typeof eventSchemas)[Event]>;

/** Wire format between renderer and keeper. */
export const keeperRequestSchema = z.strictObject({
  id: z.int().min(1),
  channel: z.string().max(64),
  input: z.unknown(),
});
export type KeeperRequest = z.infer<typeof keeperRequestSchema>;
export interface KeeperResponse {
  readonly id: number;
  readonly reply: unknown;
}
