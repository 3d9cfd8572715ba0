import { outside } from './waysOut';

const address = `https://${outside.address}`;
const name = (way: string) => `https://${way}.${outside.name}`;

/** What a web page may put on the clipboard: words, and everything that would fetch, run or tell when it became part of a page. */
export const hostileHtml = `
  <meta http-equiv="refresh" content="0;url=${address}/refresh">
  <base href="${address}/base/">
  <link rel="stylesheet" href="${address}/sheet.css"><link rel="dns-prefetch" href="${name('paste-dns')}">
  <link rel="preconnect" href="${name('paste-preconnect')}"><link rel="prefetch" href="${address}/prefetch">
  <style>@import url("${address}/import.css"); p { background: url("${address}/background.png"); }</style>
  <p style="background-image:url('${address}/property.png')">words that were pasted</p>
  <img src="${address}/pixel.png" srcset="${name('paste-srcset')}/2.png 2x" onerror="fetch('${address}/onerror')">
  <picture><source srcset="${address}/source.webp"><img src="x"></picture>
  <iframe src="${address}/frame"></iframe><iframe srcdoc="<img src='${address}/srcdoc.png'>"></iframe>
  <object data="${address}/object"></object><embed src="${address}/embed">
  <video autoplay src="${address}/video.mp4" poster="${address}/poster.png"></video><audio autoplay src="${address}/a.mp3"></audio>
  <svg><image href="${address}/image.svg"/><use href="${address}/use.svg#a"/><script>fetch('${address}/svg')</script></svg>
  <math><mtext><img src="${address}/math.png"></mtext></math>
  <form action="${address}/form"><input autofocus onfocus="this.form.submit()"><button formaction="${address}/b">Go</button></form>
  <a href="${address}/link" ping="${address}/ping">a link</a> <a href="javascript:fetch('${address}/javascript')">another</a>
  <details open ontoggle="fetch('${address}/toggle')"><summary>open</summary></details>
  <script>fetch('${address}/script')</script><script src="${address}/script.js"></script>
  <template><img src="${address}/template.png"></template><noscript><img src="${address}/noscript.png"></noscript>
`;
