import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** What axe has to say against WCAG 2.2 AA of the page as it stands: a line for each rule, with the elements. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  // The legacy mode stays in this page; the other opens a blank one, which the app refuses.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
