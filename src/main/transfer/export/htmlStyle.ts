/** The look of an exported page: the app's paper, ink and hairlines, in light and dark, and on paper. Fonts are the reader's own. */
export const htmlStyle = `
:root{color-scheme:light dark;--paper:light-dark(#fbf8f3,#181b1a);--ink:light-dark(#23272a,#e9e6df);
--quiet:light-dark(#5f655f,#a6a89f);--line:light-dark(#e4ded3,#2e3331);--clay:light-dark(#a8512b,#e39a6f);--found:light-dark(#f3dcc0,#5a3a24)}
*{box-sizing:border-box}
body{margin:0;padding:4rem 1.5rem 6rem;background:var(--paper);color:var(--ink);
font:1.125rem/1.6 'Source Serif 4',Georgia,'Times New Roman',serif;overflow-wrap:anywhere}
main,header{max-width:41rem;margin-inline:auto}
h1{margin:0;font-size:2.125rem;font-weight:400;line-height:1.2}
header p{margin:.5rem 0 0;color:var(--quiet);font:.8125rem/1.5 Figtree,system-ui,sans-serif}
h2{margin:0 0 1.5rem;font:500 .8125rem/1.5 Figtree,system-ui,sans-serif;color:var(--quiet)}
h3{margin:0;font-size:1.375rem;font-weight:500;line-height:1.3}
h4,h5,h6{margin:1.5em 0 .5em;font-weight:600;line-height:1.3}
h4{font-size:1.25rem}h5{font-size:1.125rem}h6{font-size:1rem}
.day{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--line)}
article{margin-bottom:2.5rem}
.at{margin:0 0 .25rem;color:var(--quiet);font:.8125rem/1.5 Figtree,system-ui,sans-serif}
.star{color:var(--clay)}
.tags{margin:1rem 0 0;padding:0;list-style:none;color:var(--quiet);font:.8125rem/1.5 Figtree,system-ui,sans-serif;
display:flex;flex-wrap:wrap;gap:.25rem 1rem}
.tags li::before{content:'#' / ''}
p,blockquote,ul,ol,pre,table,figure{margin:0 0 1em}
article>:last-child{margin-bottom:0}
blockquote{padding-inline-start:1rem;border-inline-start:1px solid var(--clay);white-space:pre-line}
.prompt{font-style:italic;color:var(--quiet)}
.missing{color:var(--quiet)}
mark{background:var(--found);color:inherit}
a{color:var(--clay)}
hr{width:4rem;margin:2rem auto;border:0;border-top:1px solid var(--line)}
pre{padding:.75rem 1rem;border:1px solid var(--line);font-size:.875rem;line-height:1.5;white-space:pre-wrap}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em}
table{border-collapse:collapse;font-size:.9375rem}
td,th{padding:.25rem .75rem;border:1px solid var(--line);text-align:start;vertical-align:top}
td>p,th>p{margin:0}
ul.checks{padding-inline-start:0;list-style:none}ul.checks ul{padding-inline-start:1.5rem}
.bare{list-style:none}.box{font-weight:400}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
figure img{display:block;max-width:100%;height:auto}
figure.small{max-width:33%}
.notes{margin:0;padding:.75rem 0 0;list-style:none;color:var(--quiet);font:.8125rem/1.6 Figtree,system-ui,sans-serif}
.notes::before{content:'';display:block;width:4rem;margin-bottom:.75rem;border-top:1px solid var(--clay)}
.notes li{margin-bottom:.25rem}
.notes time{font-variant-numeric:tabular-nums}
.notes p{margin:0;white-space:pre-line}
@media print{
:root{color-scheme:light}
@page{margin:20mm}
body{padding:0;background:none;font-size:11pt}
main,header{max-width:none}
.day{margin-top:2rem}
h2,h3,h4,h5,h6,.at{break-after:avoid}
figure,pre,tr,.notes li{break-inside:avoid}
figure img{max-height:18cm;width:auto}
p,blockquote,li{orphans:3;widows:3}
a{color:inherit;text-decoration:none}
}
`;
