import type { Language } from '../../platform/problem.ts'

/** A page of its own, outside the web application: no script, works everywhere. */
export interface Page {
  readonly language: Language
  readonly title: string
  /** HTML that is already escaped */
  readonly body: string
  /** the same page in the other language */
  readonly otherLanguage?: string
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

export function renderPage({ language, title, body, otherLanguage }: Page): string {
  const other = language === 'zh' ? 'English' : '中文'
  const lang = language === 'zh' ? 'en' : 'zh-CN'
  const link = otherLanguage
    ? `<a class="language" lang="${lang}" hreflang="${lang}" href="${escapeHtml(otherLanguage)}">${other}</a>`
    : ''
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)} · 一窗</title>
<style>${STYLE}</style>
</head>
<body>
<header><span class="mark" aria-hidden="true">${LOGO}</span><span class="name">一窗 <span lang="en">Yichuang</span></span>${link}</header>
<main><h1>${escapeHtml(title)}</h1>${body}</main>
</body>
</html>`
}

const LOGO = `<svg viewBox="0 0 48 48" width="36" height="36"><rect x="3" y="3" width="42" height="42" rx="9" fill="#0b4a53"/><path d="M13 37V20a11 11 0 0 1 22 0v17z" fill="#f7f3ea"/><path d="M13 25.5h22" stroke="#0b4a53" stroke-width="3"/><path d="M24 9v16.5" stroke="#0b4a53" stroke-width="2"/><path d="M10 37h28" stroke="#d8472b" stroke-width="3.5" stroke-linecap="round"/></svg>`

const STYLE = `
:root{--ink:#16262b;--soft:#4a5d63;--teal:#0b4a53;--paper:#f7f3ea;--line:#c9c2b2;--focus:#d8472b}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
header{display:flex;align-items:center;gap:.75rem;max-width:60rem;margin:0 auto;padding:1.25rem 1.25rem 0}
.mark{display:flex}.name{font-weight:600}.language{margin-inline-start:auto;padding:.5rem}
main{max-width:60rem;margin:0 auto;padding:1rem 1.25rem 4rem}
h1{font-size:1.75rem;line-height:1.3;margin:1rem 0 .5rem}
h2{font-size:1.125rem;margin:2rem 0 .5rem}
p{max-width:42rem;margin:.5rem 0}
a{color:var(--teal);text-underline-offset:.2em}
a:focus-visible,button:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.soft{color:var(--soft)}
.warn{border-inline-start:4px solid var(--focus);padding-inline-start:1rem}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
.button,button{font:inherit;display:inline-block;min-height:2.75rem;padding:.6rem 1.25rem;border-radius:.5rem;border:1.5px solid var(--teal);background:var(--teal);color:#fff;text-decoration:none;cursor:pointer}
.quiet{background:transparent;color:var(--teal)}
ul.cards{list-style:none;margin:.5rem 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:.75rem}
ul.cards form{height:100%}
ul.cards button{width:100%;height:100%;text-align:start;background:#fff;color:var(--ink);border-color:var(--line)}
ul.cards button:hover{border-color:var(--teal);box-shadow:0 1px 6px rgb(11 74 83 / .16)}
ul.cards b{display:block;font-size:1.0625rem}
ul.cards span{display:block;color:var(--soft);font-size:.9375rem;line-height:1.45}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;max-width:42rem}
dt{font-weight:600}dd{margin:0}
@media (prefers-reduced-motion:no-preference){ul.cards button{transition:border-color .15s,box-shadow .15s}}
`
