import { expect, type Locator, type Page } from '../fixtures/app';

/** Pages for somebody: what goes in, and the pages. */
export class PacketScreen {
  readonly desk: Locator;
  readonly chosen: Locator;

  constructor(private readonly page: Page) {
    this.desk = page.getByRole('group', { name: /^Pages, \d/ });
    this.chosen = page.locator('output').first();
  }

  async isShown(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Pages for somebody', level: 1 })).toBeVisible();
    await expect(this.page.getByText(/^Entries \(\d+\)$/)).toBeVisible();
  }

  tick(name: string | RegExp): Locator {
    return this.page.getByRole('checkbox', { name });
  }

  async seePages(): Promise<void> {
    await this.page.getByRole('button', { name: 'See the pages' }).press('Enter');
    await expect(this.desk).toBeVisible();
  }

  async coverName(name: string): Promise<void> {
    await this.page.getByLabel('Name or word').fill(name);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('button', { name: `Uncover “${name}”` })).toBeVisible();
  }

  /** Walks with the arrow keys to the text that begins with `words`, takes so many words of it and covers them. */
  async coverWithKeys(words: string, count: number): Promise<void> {
    const [first = ''] = words.split(' ');
    await this.desk.focus();
    await expect(async () => {
      await this.page.keyboard.press('ArrowDown');
      await expect(this.chosen).toHaveText(`“${first}”`, { timeout: 200 });
    }).toPass();
    for (let more = 1; more < count; more += 1) await this.page.keyboard.press('Shift+ArrowRight');
    await expect(this.chosen).toHaveText(`“${words}”`);
    await this.page.keyboard.press('Enter');
  }

  /** How many pages it says there are. */
  async pages(): Promise<number> {
    const said = await this.page.getByText(/^Page \d+ of \d+$/).innerText();
    return Number(/\d+$/.exec(said)?.[0]);
  }

  async save(as: 'PDF' | 'locked zip'): Promise<void> {
    await this.page.getByRole('button', { name: `Save as ${as}…` }).press('Enter');
  }

  /** In the page itself: while pages are laid out it answers nothing from outside. */
  async saveAndStop(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save as PDF…' }).evaluate(async (save: HTMLElement) => {
      save.click();
      let stop: HTMLElement | null = null;
      while (stop === null) {
        await new Promise((resolve) => {
          setTimeout(resolve, 1);
        });
        stop = document.querySelector('progress + button');
      }
      stop.click();
    });
  }
}
