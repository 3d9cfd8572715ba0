import { describe, expect, it } from 'vitest';
import { movementKinds } from '../../../src/shared/domain/movementKind';
import { offeredFeelings } from '../../../src/shared/domain/mood';
import { failureSchemas, type FailureType } from '../../../src/shared/ipc/failures';
import { failureMessage } from '../../../src/renderer/i18n/failureMessage';
import { message, type MessageKey } from '../../../src/renderer/i18n/i18n';
import { feelingWord, kindWord } from '../../../src/renderer/i18n/words';

const catalogues = import.meta.glob<Record<string, string>>('../../../src/renderer/i18n/en/*.json', {
  eager: true,
  import: 'default',
});
const texts = Object.entries(catalogues).flatMap(([path, catalogue]) =>
  Object.entries(catalogue).map(([key, text]) => ({ path, key, text })),
);
const failureTypes = Object.keys(failureSchemas) as FailureType[];

/** Words that press or judge, and marks that shout. */
const unkind = /\b(should|better|goals?|streaks?|missed|failed you|must|score)\b|!/i;

describe('the catalogue', () => {
  it.each(failureTypes)('has a message for the failure %s', (type) => {
    const key = `failure.${type}` as MessageKey;
    expect(texts.find((text) => text.key === key)?.text.length).toBeGreaterThan(20);
  });

  it('has no message for a failure that does not exist', () => {
    const known = new Set<string>(failureTypes);
    const told = texts.filter(({ key }) => key.startsWith('failure.')).map(({ key }) => key.slice(8));
    expect(told.filter((type) => !known.has(type))).toEqual([]);
  });

  it('says which part of a damaged journal cannot be read', () => {
    const vault = failureMessage({ type: 'JournalDamaged', part: 'vault' });
    const database = failureMessage({ type: 'JournalDamaged', part: 'database' });
    expect(vault).toContain('keys');
    expect(database).toContain('database');
  });

  it('gives the reference of a bug, so that the log can be searched for it', () => {
    expect(failureMessage({ type: 'Unexpected', reference: 'k3f9' })).toContain('k3f9');
  });

  it('keeps every key under the name of its file, so that two files never share one', () => {
    const misplaced = texts.filter(
      ({ path, key }) => !key.startsWith(`${path.split('/').at(-1)?.slice(0, -5)}.`),
    );
    expect(misplaced).toEqual([]);
  });

  it('presses nobody and shouts at nobody', () => {
    expect(texts.filter(({ text }) => unkind.test(text))).toEqual([]);
  });

  it('is written in messages that can be parsed', () => {
    for (const { key, text } of texts) {
      const names = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '');
      const values = Object.fromEntries(names.map((name) => [name, 1]));
      expect(() => message(key as MessageKey, values), key).not.toThrow();
    }
  });

  it('names every kind of movement and every offered feeling', () => {
    expect(new Set(movementKinds.map(kindWord)).size).toBe(movementKinds.length);
    expect(offeredFeelings.map(feelingWord)).toEqual([...offeredFeelings]);
  });

  it('leaves a feeling in the person’s own word as it is', () => {
    expect(feelingWord('Sunday-ish')).toBe('Sunday-ish');
  });
});
