import type { Locator, Page } from '../fixtures/app';

export type RoomName = 'Today' | 'Write' | 'Journal' | 'Movement' | 'Insights' | 'Library' | 'Settings';

/** The column on the left, present in every room. */
export class RoomsColumn {
  readonly lock: Locator;

  constructor(private readonly page: Page) {
    this.lock = this.button('Lock');
  }

  async go(room: RoomName): Promise<void> {
    await this.button(room).click();
  }

  private button(name: string): Locator {
    return this.page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
  }
}
