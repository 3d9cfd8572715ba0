import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentsToPlace, placeToArgument, type WindowPlace } from '../../../src/main/shell/windowPlace';

const coordinate = fc.integer({ min: -99_999, max: 99_999 });
const length = fc.integer({ min: 0, max: 99_999 });
const anyPlace: fc.Arbitrary<WindowPlace> = fc.record({
  bounds: fc.record({ x: coordinate, y: coordinate, width: length, height: length }),
  state: fc.constantFrom('normal', 'minimized', 'maximized', 'fullScreen'),
  focus: fc.constantFrom('had', 'had not'),
});

describe('the place of a window', () => {
  it('is understood by the next process as it was said', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        expect(argumentsToPlace(['--user-data-dir=/x', placeToArgument(place)])).toEqual(place);
      }),
    );
    expect(argumentsToPlace([placeToArgument('none')])).toBe('none');
  });

  it.each(['', '1,2,3', '1,2,3,4,somewhere,front', '1,2,3,4,normal,sideways', 'NaN,2,3,4,normal,front'])(
    'is the usual one when "%s" is said',
    (said) => expect(argumentsToPlace([`--footnote-window=${said}`])).toBeUndefined(),
  );

  it('is the usual one when nothing is said', () => expect(argumentsToPlace([])).toBeUndefined());
});
