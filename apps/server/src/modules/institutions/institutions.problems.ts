import { defineProblem, type Sentences } from '../../platform/problem.ts'

export const InstitutionNotFound = defineProblem({
  code: 'institution-not-found',
  status: 404,
  title: { zh: '本市名录中没有这家医药机构', en: 'The city’s directory has no such institution' },
  mend: { zh: '请从机构列表中选择。', en: 'Choose one from the list.' },
})

export const AgreementNotFound = defineProblem({
  code: 'agreement-not-found',
  status: 404,
  title: { zh: '没有这份服务协议', en: 'There is no such agreement' },
  mend: { zh: '请从机构的协议列表中选择。', en: 'Choose one from the list of the institution.' },
})

export const AgreementFaulty = defineProblem({
  code: 'agreement-faulty',
  status: 422,
  title: { zh: '协议内容有误', en: 'The agreement is not right' },
  detail: (why: Sentences) => why,
  mend: { zh: '请按协议文本改正后再保存。', en: 'Correct it by the signed text, then save again.' },
})

export const AgreementOverlaps = defineProblem({
  code: 'agreement-overlaps',
  status: 409,
  title: { zh: '与已有协议的日期重叠', en: 'The days overlap those of another agreement' },
  detail: ({ number, from, until }: { number: string; from: string; until: string }) => ({
    zh: `协议 ${number} 的期限是 ${from} 至 ${until}。`,
    en: `Agreement ${number} runs from ${from} until ${until}.`,
  }),
  mend: {
    zh: '请改日期；是变更或续签的，勾选“替换现行协议”，现行协议将在新协议前一天终止。',
    en: 'Change the days; for a change or renewal tick “replace”, and the one in force ends the day before.',
  },
})

export const AgreementChanged = defineProblem({
  code: 'agreement-changed',
  status: 409,
  title: { zh: '协议刚刚被他人修改', en: 'Somebody else has just changed the agreement' },
  mend: { zh: '请刷新后查看最新内容，再决定是否继续。', en: 'Reload, look at what is new, then decide.' },
})
