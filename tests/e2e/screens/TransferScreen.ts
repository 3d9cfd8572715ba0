import { expect, type Locator, type Page } from '../fixtures/app';
import { RoomsColumn } from './RoomsColumn';

/** The two pages of Settings that lead out and in. */
export class TransferScreen {
  readonly main: Locator;
  /** What became of it. */
  readonly said: Locator;
  readonly problem: Locator;

  constructor(private readonly page: Page) {
    this.main = page.getByRole('main');
    this.said = this.main.locator('output');
    this.problem = this.main.getByRole('alert');
  }

  /** Where the act stands, and what became of it beside it. */
  get foot(): Locator {
    const act = this.page.getByRole('button', { name: 'Choose a place…' });
    return this.main
      .locator('div', { has: act })
      .filter({ has: this.page.locator('output') })
      .last();
  }

  async openTakeOut(): Promise<void> {
    await new RoomsColumn(this.page).go('Settings');
    await this.page.getByRole('button', { name: 'Take out…' }).click();
    await expect(this.main.getByRole('heading', { name: 'Take out' })).toBeVisible();
  }

  /** With the answer that stands ready for the picker. */
  async takeOut(format: string): Promise<void> {
    await this.openTakeOut();
    await this.main.getByRole('radio', { name: format, exact: true }).check();
    await this.choosePlace.click();
  }

  get choosePlace(): Locator {
    return this.main.getByRole('button', { name: 'Choose a place…' });
  }

  async openBringIn(): Promise<void> {
    await new RoomsColumn(this.page).go('Settings');
    await this.page.getByRole('button', { name: 'Bring in…' }).click();
    await expect(this.main.getByRole('heading', { name: 'Bring in' })).toBeVisible();
  }

  /** With the answer that stands ready for the picker. */
  async lookAtFile(): Promise<void> {
    await this.main.getByRole('button', { name: 'A file…' }).click();
  }

  /** Cells of one row of the dry run, in the order they are read. */
  async counts(row: string): Promise<readonly string[]> {
    return this.main
      .getByRole('row', { name: new RegExp(`^${row}`) })
      .getByRole('cell')
      .allInnerTexts();
  }

  get bringIn(): Locator {
    return this.main.getByRole('button', { name: 'Bring in', exact: true });
  }
}
