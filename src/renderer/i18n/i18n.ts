import { IntlMessageFormat } from 'intl-messageformat';
import app from './en/app.json';
import care from './en/care.json';
import failure from './en/failure.json';
import feeling from './en/feeling.json';
import hardDay from './en/hardDay.json';
import history from './en/history.json';
import insights from './en/insights.json';
import journal from './en/journal.json';
import library from './en/library.json';
import movement from './en/movement.json';
import packet from './en/packet.json';
import reading from './en/reading.json';
import recovery from './en/recovery.json';
import rituals from './en/rituals.json';
import saving from './en/saving.json';
import settings from './en/settings.json';
import spans from './en/spans.json';
import steps from './en/steps.json';
import today from './en/today.json';
import transfer from './en/transfer.json';
import ui from './en/ui.json';
import unlock from './en/unlock.json';
import words from './en/words.json';
import write from './en/write.json';

const catalogue = {
  ...app,
  ...care,
  ...failure,
  ...feeling,
  ...hardDay,
  ...history,
  ...insights,
  ...journal,
  ...library,
  ...movement,
  ...packet,
  ...reading,
  ...recovery,
  ...rituals,
  ...saving,
  ...settings,
  ...spans,
  ...steps,
  ...today,
  ...transfer,
  ...ui,
  ...unlock,
  ...words,
  ...write,
};

/** Dates, numbers and plurals follow it; the words are in `en`. */
export const locale = 'en-GB';

export type MessageKey = keyof typeof catalogue;
export type MessageValues = Readonly<Record<string, string | number>>;

const parsed = new Map<MessageKey, IntlMessageFormat>();

/** The text of `key` in ICU message syntax, with `values` put in. */
export function message(key: MessageKey, values: MessageValues = {}): string {
  let format = parsed.get(key);
  if (!format) {
    format = new IntlMessageFormat(catalogue[key], locale);
    parsed.set(key, format);
  }
  const text = format.format(values);
  return typeof text === 'string' ? text : String(text);
}
