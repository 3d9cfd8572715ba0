import type { PrintToPDFOptions } from 'electron';
import { words } from './words';

const numberStyle =
  'inline-size: 100%; font-family: sans-serif; font-size: 10px; text-align: center; color: #555';

/** Pages for somebody else: tagged for who listens to them, with bookmarks from the headings and a number at the foot of each. */
export const pagesOptions: PrintToPDFOptions = {
  printBackground: false,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  displayHeaderFooter: true,
  // Left out it would be the title and the date.
  headerTemplate: '<span></span>',
  footerTemplate: `<div style="${numberStyle}">${words.pageNumber(
    '<span class="pageNumber"></span>',
    '<span class="totalPages"></span>',
  )}</div>`,
};
