import { expect, it } from 'vitest';
import { killAutosaves } from '../support/autosaveKills';

it('loses no acknowledged save in 200 kills during autosave', async () => {
  const report = await killAutosaves(200);
  console.log('killed autosaves', JSON.stringify(report));
  expect(report).toMatchObject({ kills: 200, lost: 0, corrupt: 0, unfound: 0, warned: 0, readable: 0 });
  expect(report.acknowledged).toBeGreaterThan(1000);
  expect(report.midway).toBeGreaterThan(150);
});
