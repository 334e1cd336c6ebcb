import { escapeHtml, renderPage } from '../../modules/identity/index.ts'
import type { Language } from '../../platform/problem.ts'
import type { DemoAccount } from './provider.ts'

const WORDS = {
  zh: {
    portal: '选择一位演示参保人',
    desk: '选择一位演示工作人员',
    intro: '这里是演示用的身份认证页面，所有人物和证件号码都是虚构的。点一下即可登录，不需要密码。',
    cancel: '不登录，返回',
    gone: '这次登录已经过期',
    goneText: '演示身份认证页面只保留十分钟，或者服务重新启动过。请重新登录。',
    again: '重新登录',
    empty: '还没有演示账号。请等演示数据准备好后再试。',
  },
  en: {
    portal: 'Choose an insured person',
    desk: 'Choose a member of staff',
    intro:
      'This is the sign-in page of the demonstration: all people and ID numbers are made up. One click signs you in; no password.',
    cancel: 'Go back without signing in',
    gone: 'This sign-in has expired',
    goneText: 'The page is kept for ten minutes, or the server has been restarted. Sign in again.',
    again: 'Sign in again',
    empty: 'There are no demo accounts yet. Try again when the demo data is ready.',
  },
}

/** The page on which one click on a made-up person signs in. */
export function choicePage(
  language: Language,
  side: 'portal' | 'desk',
  accounts: readonly DemoAccount[],
  path: string,
): string {
  const words = WORDS[language]
  const groups = Map.groupBy(accounts, (account) => account.group[language])
  const sections = [...groups].map(
    ([group, members]) =>
      `<section><h2>${escapeHtml(group)}</h2><ul class="cards">${members.map((member) => card(member, language, path)).join('')}</ul></section>`,
  )
  const body = `<p class="soft">${words.intro}</p>
    ${accounts.length === 0 ? `<p class="warn">${words.empty}</p>` : sections.join('')}
    <form class="actions" method="post" action="${escapeHtml(path)}"><button class="quiet">${words.cancel}</button></form>`
  const otherLanguage = `${path}?lang=${language === 'zh' ? 'en' : 'zh'}`
  return renderPage({ language, title: words[side], body, otherLanguage })
}

/** What somebody sees who comes back to an old page of accounts. */
export function gonePage(language: Language): string {
  const words = WORDS[language]
  const lang = language === 'en' ? '&lang=en' : ''
  const body = `<p>${words.goneText}</p>
    <p class="actions"><a class="button" href="/auth/sign-in?for=portal${lang}">${words.again}</a></p>`
  return renderPage({ language, title: words.gone, body })
}

function card({ login, name, who }: DemoAccount, language: Language, path: string): string {
  return `<li><form method="post" action="${escapeHtml(path)}">
    <button name="login" value="${escapeHtml(login)}"><b>${escapeHtml(name)}</b><span>${escapeHtml(who[language])}</span><span><code>${escapeHtml(login)}</code></span></button>
  </form></li>`
}
