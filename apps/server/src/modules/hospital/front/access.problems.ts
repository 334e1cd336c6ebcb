import { defineProblem, type Sentences } from '../../../platform/problem.ts'

export const InstitutionUnknown = defineProblem({
  code: 'institution-not-listed',
  status: 404,
  title: { zh: '没有这家定点医药机构', en: 'No such designated institution' },
  detail: ({ code, regionCode }: { code: string; regionCode: string }) => ({
    zh: `统筹区 ${regionCode} 的定点目录中没有编号为 ${code} 的机构`,
    en: `The list of designated institutions of ${regionCode} has none with the code ${code}`,
  }),
  mend: {
    zh: '请核对机构编号；新机构请先录入定点目录',
    en: 'Check the code; a new institution is put on the list first',
  },
})
export const AccessNotFound = defineProblem({
  code: 'institution-access-not-found',
  status: 404,
  title: { zh: '没有这条接入凭证', en: 'No such access' },
  mend: { zh: '请刷新列表后重试', en: 'Read the list again' },
})
export const AccessEnded = defineProblem({
  code: 'institution-access-ended',
  status: 409,
  title: { zh: '这条接入凭证已经更换或停用', en: 'This access was rotated or ended already' },
  mend: { zh: '请对最新的一条操作', en: 'Work on the newest one' },
})
export const AccessKeyTaken = defineProblem({
  code: 'institution-access-key-taken',
  status: 409,
  title: { zh: '这个接入标识已在使用', en: 'This access key is in use' },
  detail: ({ profile }: { profile: string }) => ({
    zh: `接入方式 ${profile} 下已有使用该标识的有效凭证`,
    en: `There is a valid access by ${profile} with this key`,
  }),
  mend: {
    zh: '请更换（rotate）已有凭证，或使用别的标识',
    en: 'Rotate the one that is there, or take another key',
  },
})
export const AccessNotRight = defineProblem({
  code: 'institution-access-not-right',
  status: 422,
  title: { zh: '接入信息有误', en: 'The access cannot be used like this' },
  detail: (sentence: Sentences) => sentence,
  mend: { zh: '请改正后重试', en: 'Correct it and try again' },
})
