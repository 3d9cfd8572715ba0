import { expect, type Locator, type Page } from '../fixtures/app';
import { DoorScreen } from './DoorScreen';
import { RoomsColumn } from './RoomsColumn';
import { TodayScreen } from './TodayScreen';

/** The Insights room. */
export class InsightsScreen {
  readonly from: Locator;
  readonly to: Locator;

  constructor(private readonly page: Page) {
    this.from = page.getByLabel('From', { exact: true });
    this.to = page.getByLabel('to', { exact: true });
  }

  async go(): Promise<void> {
    await new RoomsColumn(this.page).go('Insights');
  }

  /** Of the sample journal, with every card there. */
  async openSample(): Promise<void> {
    await new DoorScreen(this.page).lookAround();
    await new TodayScreen(this.page).isShown();
    await this.go();
    await this.isAnswered();
  }

  /** The comparisons are made beside the page; this waits for them. */
  async isAnswered(): Promise<void> {
    await expect(this.card('What do the years hold?')).toBeVisible({ timeout: 20_000 });
  }

  card(question: string): Locator {
    return this.page.getByRole('region', { name: question, exact: true });
  }

  preset(name: '13 weeks' | '1 year' | '5 years' | 'All'): Locator {
    return this.page.getByRole('radio', { name });
  }
}
