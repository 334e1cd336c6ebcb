import { common } from './messages/common.en.ts'
import { document, guide } from './messages/guide.en.ts'
import { home } from './messages/home.en.ts'
import { mandates, me, messages, tools, verify, voucher } from './messages/me.en.ts'
import type { Texts } from './messages.zh.ts'

export const en: Texts = {
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
