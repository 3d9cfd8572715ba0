import { afterEach, describe, expect, it } from 'vitest';
import {
  leftUnsaved,
  noteUnsaved,
  useUnsavedPages,
  type UnsavedPage,
} from '../../../src/renderer/session/unsavedPages';
import { createDocument } from '../../../src/shared/document/createDocument';

const journal = { name: 'Knee', place: '~/Documents', isSample: false };
const page = (change: Partial<UnsavedPage> = {}): UnsavedPage => ({
  journal,
  entryId: null,
  where: 'left',
  failure: { type: 'DiskFull' },
  retry: async () => 'failed',
  takeOver: () => ({ document: createDocument([]), saved: null }),
  ...change,
});
const left = (open: typeof journal | null = journal) => leftUnsaved(useUnsavedPages.getState().pages, open);

afterEach(() => useUnsavedPages.setState({ pages: new Map() }));

describe('pages with unsaved words', () => {
  it('are told of once they are left, the oldest first', () => {
    const [first, second] = [page(), page()];
    noteUnsaved(Symbol('one'), first);
    noteUnsaved(Symbol('shown'), page({ where: 'shown' }));
    noteUnsaved(Symbol('two'), second);
    expect(left()).toEqual([first, second]);
  });

  it('are not told of any more when they are saved', () => {
    const key = Symbol('page');
    noteUnsaved(key, page());
    noteUnsaved(key, null);
    expect(left()).toEqual([]);
  });

  it('are nobody’s business while another journal is open, and are there again with their own', () => {
    noteUnsaved(Symbol('page'), page());
    expect(left({ ...journal, name: 'Another' })).toEqual([]);
    expect(left(null)).toEqual([]);
    expect(left()).toHaveLength(1);
  });

  it('change nothing when a page that was never unsaved is saved', () => {
    const before = useUnsavedPages.getState().pages;
    noteUnsaved(Symbol('page'), null);
    expect(useUnsavedPages.getState().pages).toBe(before);
  });
});
