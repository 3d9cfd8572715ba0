import { textToTitleAndExcerpt } from '../../../shared/document/plainText';

/** What a list shows of an entry. Under a given title the first line is text like any other. */
export function textToShown(
  ownText: string,
  givenTitle: string | null,
): { readonly title: string; readonly excerpt: string } {
  return textToTitleAndExcerpt(givenTitle === null ? ownText : `${givenTitle}\n${ownText}`);
}
