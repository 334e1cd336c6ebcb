import { defineProblem } from '../../platform/problem.ts'

export const LetterNotFound = defineProblem({
  code: 'letter-not-found',
  status: 404,
  title: { zh: '还没有这份文书', en: 'There is no such letter yet' },
  mend: {
    zh: '请在办件页面查看已出具的文书；办理到相应环节后才会出具。',
    en: 'The case page lists the letters issued so far; each is issued when its step is reached.',
  },
})

export const MessageNotFound = defineProblem({
  code: 'message-not-found',
  status: 404,
  title: { zh: '没有这条消息', en: 'There is no such message' },
  mend: { zh: '请刷新消息列表。', en: 'Reload the list of messages.' },
})
