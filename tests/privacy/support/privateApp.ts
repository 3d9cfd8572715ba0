import { join } from 'node:path';

/** A folder that can be started in the app's place: `tests/privacy/apps/…`, where whoever the app runs as can read it. */
export function testApp(name: 'plain' | 'weakened'): string {
  const folder = process.env['FOOTNOTE_TEST_APPS'];
  if (!folder) throw new Error('FOOTNOTE_TEST_APPS is not set; `npm run test:privacy` sets it');
  return join(folder, name);
}

/** The long way: ten minutes of idling, and counts that take an hour. */
export const isFull = process.env['FOOTNOTE_FULL'] === '1';
