import { expect, type Locator, type Page } from '../fixtures/app';

/** Where a journal is begun or unlocked. */
export class DoorScreen {
  readonly passphrase: Locator;
  readonly problem: Locator;

  constructor(private readonly page: Page) {
    this.passphrase = page.getByLabel('Passphrase', { exact: true });
    this.problem = page.getByRole('alert');
  }

  async begin(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.page.getByLabel('Once more').fill(passphrase);
    await this.page.getByRole('button', { name: 'Begin', exact: true }).click();
  }

  async unlock(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.passphrase.press('Enter');
  }

  async seesUnlock(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  }

  async lookAround(): Promise<void> {
    await this.page.getByRole('button', { name: 'Look around in a sample journal' }).click();
  }
}
