import { apply } from './messages/apply.zh.ts'
import { cases } from './messages/case.zh.ts'
import { common } from './messages/common.zh.ts'
import { document, guide } from './messages/guide.zh.ts'
import { home } from './messages/home.zh.ts'
import { mandates, me, messages, tools, verify, voucher } from './messages/me.zh.ts'

/** Every word of the portal in Chinese: the source of the catalogue's type. */
export const zh = {
  ...common,
  home,
  guide,
  document,
  apply,
  cases,
  messages,
  mandates,
  voucher,
  me,
  verify,
  tools,
}
export type Texts = typeof zh
