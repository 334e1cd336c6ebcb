import { common } from './messages/common.zh.ts'
import { document, guide } from './messages/guide.zh.ts'
import { home } from './messages/home.zh.ts'
import { mandates, me, messages, tools, verify, voucher } from './messages/me.zh.ts'

/** The words of the portal in Chinese, source of the catalogue's type; those of the form and of cases load with their pages. */
export const zh = {
  ...common,
  home,
  guide,
  document,
  messages,
  mandates,
  voucher,
  me,
  verify,
  tools,
}
export type Texts = typeof zh
