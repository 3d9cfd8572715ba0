import { htmlStart } from '../../../../shared/domain/savedCard';
import { locale } from '../../../i18n/i18n';
import { escapeText } from './drawingToSvg';

/** What a card says, without its picture. */
export interface CardWords {
  readonly question: string;
  readonly answer: string;
  readonly evidence: string;
  readonly table: {
    readonly caption: string;
    /** The first heads the rows' names. */
    readonly heads: readonly string[];
    readonly rows: readonly {
      readonly name: { readonly text: string };
      readonly cells: readonly { readonly text: string }[];
    }[];
  } | null;
}

const style = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 3rem auto; padding: 0 1.5rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1rem; font-weight: 600; }
.answer { font: 1.4rem/1.35 Georgia, serif; }
table { width: 100%; margin-top: 2rem; border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 0.5rem; text-align: start; }
th, td { padding: 0.2rem 0.75rem; border-top: 1px solid #8888; text-align: end; font-weight: 400; }
th:first-child { padding-inline-start: 0; text-align: start; }
thead th { font-weight: 600; }
`;

const paragraph = (text: string, kind: 'answer' | 'evidence'): string =>
  text === '' ? '' : `<p class="${kind}">${escapeText(text)}</p>`;

const row = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;

/** One page that any browser shows and no server is asked for: the question, the sentence, what stands behind it, and the table. */
export function cardToPage({ question, answer, evidence, table }: CardWords): string {
  return [
    htmlStart,
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeText(question)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeText(question)}</h1>`,
    paragraph(answer, 'answer'),
    paragraph(evidence, 'evidence'),
    table === null ? '' : tableToHtml(table),
    '</body>',
    '</html>\n',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function tableToHtml({ caption, heads, rows }: NonNullable<CardWords['table']>): string {
  return [
    '<table>',
    `<caption>${escapeText(caption)}</caption>`,
    `<thead>${row(heads.map((head) => `<th scope="col">${escapeText(head)}</th>`))}</thead>`,
    '<tbody>',
    ...rows.map(({ name, cells }) =>
      row([
        `<th scope="row">${escapeText(name.text)}</th>`,
        ...cells.map(({ text }) => `<td>${escapeText(text)}</td>`),
      ]),
    ),
    '</tbody>',
    '</table>',
  ].join('\n');
}
