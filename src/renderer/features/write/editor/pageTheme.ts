import type { EditorThemeClasses } from 'lexical';
import styles from './Page.module.css';

const name = (key: string): string => styles[key] ?? '';

export const pageTheme: EditorThemeClasses = {
  code: name('code'),
  heading: { h1: name('h1'), h2: name('h2'), h3: name('h3') },
  hr: name('divider'),
  hrSelected: name('selected'),
  link: name('link'),
  list: {
    ul: name('bullets'),
    ol: name('numbers'),
    checklist: name('checklist'),
    listitem: name('line'),
    listitemChecked: name('done'),
    listitemUnchecked: name('open'),
    nested: { listitem: name('nested') },
  },
  paragraph: name('paragraph'),
  quote: name('quote'),
  table: name('table'),
  tableCell: name('cell'),
  tableCellHeader: name('names'),
  tableRow: name('row'),
  tableScrollableWrapper: name('scroller'),
  tableSelection: name('hasSelectedCells'),
  tableCellSelected: name('selectedCell'),
  text: {
    bold: name('bold'),
    code: name('codeText'),
    highlight: name('highlight'),
    italic: name('italic'),
    strikethrough: name('strike'),
    underline: name('underline'),
    underlineStrikethrough: name('underlineStrike'),
  },
};
