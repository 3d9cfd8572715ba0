import { expect, it } from 'vitest';
import { systemSpelling } from '../../../src/shared/domain/systemSpelling';

it.each([
  [['en-US'], 'en-US'],
  [['en'], 'en-US'],
  [['en-GB'], 'en-GB'],
  [['en-AU', 'en-US'], 'en-GB'],
  [['de-DE', 'en-GB'], 'en-GB'],
  [['fr-FR'], 'en-US'],
  [[], 'en-US'],
] as const)('for a system that speaks %j the spelling is %s', (languages, spelling) => {
  expect(systemSpelling(languages)).toBe(spelling);
});
