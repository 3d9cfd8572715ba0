import { expect, type Locator, type Page } from '../fixtures/app';
import { KitScreen } from './KitScreen';

/** Where a journal is begun or unlocked. */
export class DoorScreen {
  readonly passphrase: Locator;
  readonly again: Locator;
  readonly code: Locator;
  readonly problem: Locator;

  constructor(private readonly page: Page) {
    this.passphrase = page.getByLabel('Passphrase', { exact: true });
    this.again = page.getByLabel('Once more', { exact: true });
    this.code = page.getByLabel('Recovery code', { exact: true });
    this.problem = page.getByRole('alert');
  }

  /** As far as the recovery kit. */
  async beginWithoutKit(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.again.fill(passphrase);
    await this.page.getByRole('button', { name: 'Begin', exact: true }).click();
  }

  /** Through the recovery kit, as far as Today. Gives the code. */
  async begin(passphrase: string): Promise<string> {
    await this.beginWithoutKit(passphrase);
    const kit = new KitScreen(this.page);
    const code = await kit.read();
    await kit.prove(code);
    return code;
  }

  async unlock(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.passphrase.press('Enter');
  }

  /** As far as the form for a new passphrase, if the code is right. */
  async giveCode(code: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Use the recovery code' }).click();
    await this.code.fill(code);
    await this.code.press('Enter');
  }

  async setNewPassphrase(passphrase: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'A new passphrase' })).toBeVisible();
    await this.passphrase.fill(passphrase);
    await this.again.fill(passphrase);
    await this.again.press('Enter');
  }

  async seesUnlock(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  }

  async lookAround(): Promise<void> {
    await this.page.getByRole('button', { name: 'Look around in a sample journal' }).click();
  }
}
