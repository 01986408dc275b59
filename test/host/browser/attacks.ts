/** Documents that try to reach a server, each in one way; the name is the path that it asks for. */

/** What needs no script. Address of the server → name of the attack → markup. */
export function stillAttacks(address: string): Readonly<Record<string, string>> {
  const url = (name: string) => `http://${address}/${name}`;
  return {
    img: `<img src="${url('img')}" alt="">`,
    stylesheet: `<link rel="stylesheet" href="${url('stylesheet')}">`,
    import: `<style>@import url("${url('import')}");</style>`,
    'font-face': `<style>@font-face { font-family: far; src: url("${url('font-face')}") } b { font-family: far }</style><b>far</b>`,
    background: `<style>i { background: url("${url('background')}") }</style><i>i</i>`,
    'margin-box': `<style>@page { @top-left { content: url("${url('margin-box')}") } }</style>`,
    iframe: `<iframe src="${url('iframe')}"></iframe>`,
    object: `<object data="${url('object')}"></object>`,
    embed: `<embed src="${url('embed')}">`,
    srcdoc: `<iframe srcdoc="&lt;img src='${url('srcdoc')}'&gt;"></iframe>`,
    'data-frame': `<iframe src="data:text/html,&lt;img src='${url('data-frame')}'&gt;"></iframe>`,
    preload: `<link rel="preload" as="image" href="${url('preload')}">`,
    prefetch: `<link rel="prefetch" href="${url('prefetch')}">`,
    preconnect: `<link rel="preconnect" href="${url('preconnect')}">`,
    'svg-use': `<svg><use href="${url('svg-use')}#a"/></svg>`,
    'svg-image': `<svg><image href="${url('svg-image')}"/></svg>`,
    video: `<video src="${url('video')}" preload="auto"></video>`,
    base: `<base href="${url('')}"><img src="base" alt="">`,
  };
}

/** A redirection by markup; kept apart, as it replaces the document. */
export function refreshAttack(address: string): string {
  return `<meta http-equiv="refresh" content="0;url=http://${address}/refresh">`;
}

/** What needs a script. */
export function scriptedAttacks(address: string): Readonly<Record<string, string>> {
  const url = (name: string) => `http://${address}/${name}`;
  return {
    script: `<script src="${url('script')}"></script>`,
    fetch: `<script>fetch("${url('fetch')}")</script>`,
    beacon: `<script>navigator.sendBeacon("${url('beacon')}", "")</script>`,
    socket: `<script>new WebSocket("ws://${address}/socket")</script>`,
    popup: `<script>window.open("${url('popup')}")</script>`,
    speculation: `<script type="speculationrules">{"prefetch":[{"urls":["${url('speculation')}"],"eagerness":"immediate"}]}</script>`,
    form: `<form id="f" action="${url('form')}"></form><script>setTimeout(() => f.submit(), 20)</script>`,
  };
}

/** The policy that a brief's HTML carries. */
export const contentPolicy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'">`;

/** markup for the body, markup for the head → a whole document. */
export function documentOf(body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="en"><head><title>Attack</title>${head}</head><body><p>The brief itself.</p>${body}</body></html>`;
}
