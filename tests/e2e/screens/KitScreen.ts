import { expect, type Locator, type Page } from '../fixtures/app';

/** The recovery kit, read and proved. */
export class KitScreen {
  readonly heading: Locator;
  readonly groups: Locator;
  readonly savePdf: Locator;
  readonly lock: Locator;
  readonly said: Locator;

  constructor(private readonly page: Page) {
    const kit = page.getByRole('dialog');
    this.heading = kit.getByRole('heading', { level: 1 });
    this.groups = kit.getByRole('list', { name: 'Recovery code' }).getByRole('listitem');
    this.savePdf = kit.getByRole('button', { name: 'Save as PDF' });
    this.lock = kit.getByRole('button', { name: 'Lock for now' });
    this.said = kit.getByRole('alert').or(kit.getByRole('status')).filter({ hasText: /\S/ });
  }

  /** The code as it stands on the page, groups joined by "-". */
  async read(): Promise<string> {
    // A new journal measures how much work a key may cost on this machine; a busy one takes its time.
    await expect(this.heading).toHaveText('Your recovery kit', { timeout: 30_000 });
    const groups = await this.groups.locator('span:last-child').allInnerTexts();
    expect(groups).toHaveLength(6);
    return groups.join('-');
  }

  async goOn(): Promise<void> {
    await this.page.getByRole('button', { name: 'I have it, go on' }).click();
  }

  /** Types the two groups that are asked for, taken from `code`. */
  async type(code: string): Promise<void> {
    const fields = this.page.getByRole('dialog').getByRole('textbox', { name: /^Group \d$/ });
    await expect(fields).toHaveCount(2);
    for (const field of await fields.all()) {
      const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
      await field.fill(code.split('-')[Number(label.slice(-1)) - 1] ?? '');
    }
    await this.page.getByRole('button', { name: 'Done' }).click();
  }

  async prove(code: string): Promise<void> {
    await this.goOn();
    await this.type(code);
    await expect(this.heading).toBeHidden();
  }
}
