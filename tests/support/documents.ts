import type { DocumentNode, JournalDocument } from '../../src/shared/document/schema';

const block = (type: string, text: string, more: Readonly<Record<string, unknown>> = {}): DocumentNode => ({
  type,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  ...more,
  children:
    text === '' ? [] : [{ type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' }],
});

const paragraph = (text: string): DocumentNode => block('paragraph', text, { textFormat: 0, textStyle: '' });

export const promptBlock = (promptId: string, text: string): DocumentNode =>
  block('prompt', text, { promptId });

export const documentOf = (...children: readonly (DocumentNode | string)[]): JournalDocument => ({
  root: {
    type: 'root',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: children.map((child) => (typeof child === 'string' ? paragraph(child) : child)),
  },
});
