/** The two directions between an entry and Markdown. Pure: no DOM, no editor, linear in the length of the text. */
export { documentToMarkdown } from './markdown/documentToMarkdown';
export { markdownToDocument } from './markdown/markdownToDocument';
