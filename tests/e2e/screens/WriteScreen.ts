import { expect, type Locator, type Page } from '../fixtures/app';

export class WriteScreen {
  readonly text: Locator;
  readonly title: Locator;
  readonly margin: Locator;

  constructor(private readonly page: Page) {
    this.text = page.getByRole('textbox', { name: 'Your text' });
    this.title = page.getByRole('textbox', { name: 'Title' });
    this.margin = page.getByRole('complementary', { name: 'In the margin' });
  }

  async write(words: string): Promise<void> {
    await this.text.pressSequentially(words);
  }

  async isSaved(): Promise<void> {
    await expect(this.page.getByText('Saved', { exact: true }).first()).toBeVisible();
  }
}
