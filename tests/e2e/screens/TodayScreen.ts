import { expect, type Locator, type Page } from '../fixtures/app';

export class TodayScreen {
  readonly scale: Locator;
  readonly margin: Locator;
  readonly prompt: Locator;

  constructor(private readonly page: Page) {
    this.scale = page.getByRole('radiogroup', { name: 'How is it right now?' });
    this.margin = page.getByRole('complementary', { name: 'In the margin' });
    this.prompt = page.getByRole('region', { name: 'A question for today' });
  }

  async isShown(): Promise<void> {
    await expect(this.scale).toBeVisible({ timeout: 30_000 });
  }

  async writeToPrompt(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Write', exact: true }).click();
  }
}
