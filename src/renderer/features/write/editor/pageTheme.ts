import type { EditorThemeClasses } from 'lexical';
import styles from './Page.module.css';

const name = (key: string): string => styles[key] ?? '';

export const pageTheme: EditorThemeClasses = {
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
  text: { bold: name('bold'), italic: name('italic'), strikethrough: name('strike') },
};
