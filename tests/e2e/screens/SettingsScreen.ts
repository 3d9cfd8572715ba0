import { expect, type Locator, type Page } from '../fixtures/app';

/** The settings, part by part. */
export class SettingsScreen {
  constructor(private readonly page: Page) {}

  /** A part by its heading, brought into sight through the contents. */
  async part(name: string): Promise<Locator> {
    await this.page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('button', { name, exact: true })
      .click();
    const part = this.page.getByRole('main').getByRole('region', { name, exact: true });
    await expect(part).toBeVisible();
    return part;
  }

  async changePassphrase(current: string, next: string): Promise<void> {
    const part = await this.part('Passphrase');
    await part.getByRole('button', { name: 'Change it' }).click();
    await this.page.getByLabel('Passphrase now').fill(current);
    await this.page.getByLabel('New passphrase', { exact: true }).fill(next);
    await this.page.getByLabel('New passphrase once more').fill(next);
    await this.page.getByRole('button', { name: 'Change it' }).click();
  }
}
