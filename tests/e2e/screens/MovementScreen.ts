import { expect, type Locator, type Page } from '../fixtures/app';
import { RoomsColumn } from './RoomsColumn';

/** The room of what was done. */
export class MovementScreen {
  readonly margin: Locator;
  readonly rows: Locator;
  readonly grid: Locator;
  /** The day that is open under the month. */
  readonly openDay: Locator;

  constructor(private readonly page: Page) {
    this.margin = page.getByRole('complementary', { name: 'In the margin' });
    this.rows = page.getByRole('article');
    this.grid = page.getByRole('grid');
    this.openDay = page.getByRole('region', { name: /^\w+day, / });
  }

  async go(): Promise<void> {
    await new RoomsColumn(this.page).go('Movement');
    await expect(this.page.getByRole('heading', { name: 'Movement', level: 1 })).toBeVisible();
  }

  async look(part: 'List' | 'Month'): Promise<void> {
    await this.page.getByRole('radio', { name: part, exact: true }).check({ force: true });
  }

  async openFilters(): Promise<void> {
    const button = this.page.getByRole('button', { name: /^Filters$|^\d filters?$/ });
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }

  /** How many times of moving are shown. */
  async count(): Promise<number> {
    const total = this.margin.getByRole('status').first();
    await expect(total).toContainText(/\d+ times?/);
    return Number((await total.textContent())?.replace(',', '').match(/\d+/)?.[0]);
  }
}
