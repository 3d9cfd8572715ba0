import { expect, type Locator, type Page } from '../fixtures/app';

/** What stands in place of the door when a journal can't be read whole. */
export class RepairScreen {
  readonly heading: Locator;
  readonly backups: Locator;
  readonly report: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.backups = page.getByRole('region', { name: 'Open a backup' }).getByRole('listitem');
    this.report = page.getByRole('main').getByRole('status');
  }

  async isShown(): Promise<void> {
    await expect(this.heading).toHaveText(/can’t be read/);
    await expect(this.heading).toBeFocused();
    await expect(this.page.getByText('Nothing was changed.')).toBeVisible();
  }

  async checkNewest(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Check the backup of/ })
      .first()
      .click();
    await expect(this.backups.first()).toContainText('Just checked: it is whole.');
  }

  async openNewest(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Open this backup of/ })
      .first()
      .click();
    await expect(this.backups.first()).toContainText('set aside inside the journal’s folder, not deleted');
    await this.page.getByRole('button', { name: 'Put it in place' }).click();
    await expect(this.heading).toHaveText('The backup is in place');
  }

  async salvage(passphrase: string): Promise<void> {
    await this.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.page.getByRole('button', { name: 'Bring it out' }).click();
  }

  async unlock(passphrase: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Unlock the journal' }).click();
    await this.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.page.keyboard.press('Enter');
  }
}
