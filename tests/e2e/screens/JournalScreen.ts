import { expect, type Locator, type Page } from '../fixtures/app';
import { RoomsColumn } from './RoomsColumn';

/** The room in which everything is found again. */
export class JournalScreen {
  readonly search: Locator;
  readonly found: Locator;
  readonly hits: Locator;
  readonly margin: Locator;
  readonly grid: Locator;

  constructor(private readonly page: Page) {
    this.search = page.getByRole('searchbox', { name: 'Search the journal' });
    this.found = page.getByRole('region', { name: 'What was found' }).getByRole('status');
    this.hits = page.getByRole('region', { name: 'What was found' }).getByRole('listitem');
    this.margin = page.getByRole('complementary', { name: 'In the margin' });
    this.grid = page.getByRole('grid');
  }

  async go(): Promise<void> {
    await new RoomsColumn(this.page).go('Journal');
    await expect(this.search).toBeVisible();
  }

  async look(part: 'Pages' | 'Calendar' | 'Year'): Promise<void> {
    await this.page.getByRole('radio', { name: part, exact: true }).check({ force: true });
  }

  async openFilters(): Promise<void> {
    const button = this.page.getByRole('button', { name: /^Filters|^\d filters?$/ });
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }

  /** How many entries the search says it found. */
  async count(): Promise<number> {
    // Which pages the sample has depends on the day, and a filter may leave none of them.
    await expect(this.found).toContainText(/entr(y|ies)|Nothing found/);
    return Number((await this.found.textContent())?.replace(',', '').match(/\d+/)?.[0] ?? 0);
  }
}
