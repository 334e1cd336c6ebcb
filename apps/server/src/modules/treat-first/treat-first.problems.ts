import { defineProblem, type Sentences } from '../../platform/problem.ts'

export const TreatFirstUnknown = defineProblem({
  code: 'treat-first-unknown',
  status: 404,
  title: { zh: '名单中没有这一笔', en: 'The list has no such entry' },
  mend: { zh: '请从先救治后结算名单中选择。', en: 'Choose one from the list.' },
})

/** `known`: the measures the place has, with their clause, none of which is in force. */
export const TreatFirstNotInForce = defineProblem({
  code: 'treat-first-not-in-force',
  status: 422,
  title: { zh: '今天没有施行“先救治后结算”措施', en: '“Treat first, settle later” is not in force today' },
  detail: ({ known }: { readonly known: readonly Sentences[] }) =>
    known.length === 0
      ? { zh: '本地没有收录这项措施的文件依据。', en: 'No document with this measure is loaded here.' }
      : {
          zh: `本地收录的依据：${known.map(({ zh }) => zh).join('；')}。`,
          en: `What is loaded here: ${known.map(({ en }) => en).join('; ')}.`,
        },
  mend: {
    zh: '请按平常的规定结算；确需施行的，由局领导在“应急措施”中按文件开启。',
    en: 'Settle as usual; where it is needed a leader switches it on under relief measures.',
  },
})

export const TreatFirstInsuredHere = defineProblem({
  code: 'treat-first-insured-here',
  status: 422,
  title: { zh: '该患者在本市参保，不属于异地就医患者', en: 'The patient is insured in this city' },
  detail: ({ clause }: { readonly clause: Sentences }) => ({
    zh: `依据只及于异地就医患者：${clause.zh}。`,
    en: `The clause is about patients from elsewhere: ${clause.en}.`,
  }),
  mend: {
    zh: '请联网结算；没有带凭证的，用身份证号码读取人员信息。',
    en: 'Settle at the bedside; without a voucher the ID number finds the person.',
  },
})

export const TreatFirstEntered = defineProblem({
  code: 'treat-first-entered',
  status: 409,
  title: { zh: '这位患者的这次就医已在名单中', en: 'This patient’s care is in the list already' },
  detail: ({ number }: { readonly number: string }) => ({
    zh: `编号 ${number}，尚未了结。`,
    en: `Number ${number}, still open.`,
  }),
  mend: { zh: '请在原有的一笔上补充金额或情况。', en: 'Add the amount or the news to that entry.' },
})

export const TreatFirstFaulty = defineProblem({
  code: 'treat-first-faulty',
  status: 422,
  title: { zh: '登记内容有误', en: 'Something in the entry is not right' },
  detail: (why: Sentences) => why,
  mend: { zh: '请改正后重新提交。', en: 'Correct it and send it again.' },
})

export const TreatFirstChanged = defineProblem({
  code: 'treat-first-changed',
  status: 409,
  title: { zh: '这一笔刚被他人修改', en: 'Somebody else has just changed this entry' },
  mend: { zh: '请刷新后查看最新情况，再决定是否继续。', en: 'Reload, look at what is new, then decide.' },
})

export const TreatFirstState = defineProblem({
  code: 'treat-first-state',
  status: 409,
  title: { zh: '这一笔现在不能这样办', en: 'This cannot be done to the entry now' },
  mend: {
    zh: '已了结的只能写明理由重新打开；核销须先由一人提出。',
    en: 'What is closed can only be opened again, with a reason; a write-off is proposed first.',
  },
})

export const TreatFirstNotSettled = defineProblem({
  code: 'treat-first-not-settled',
  status: 422,
  title: { zh: '不能以此了结', en: 'This does not settle the entry' },
  detail: (why: Sentences) => why,
  mend: {
    zh: '请核对结算ID或办件编号；还没有结算的，名单上的这一笔继续保留。',
    en: 'Check the number; until it is settled the entry stays in the list.',
  },
})

export const TreatFirstSamePerson = defineProblem({
  code: 'treat-first-same-person',
  status: 403,
  title: {
    zh: '核销须由提出人以外的人决定',
    en: 'A write-off is decided by somebody else than who proposed it',
  },
  mend: { zh: '请由另一位审批人员办理。', en: 'Ask another approver.' },
})
