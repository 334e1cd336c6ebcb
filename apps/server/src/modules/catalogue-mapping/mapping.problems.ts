import { defineProblem } from '../../platform/problem.ts'

export const InstitutionNotNamed = defineProblem({
  code: 'institution-not-named',
  status: 400,
  title: { zh: '没有指明医药机构', en: 'No institution is named' },
  detail: () => ({
    zh: '经办机构每次查看一家机构的目录对照。',
    en: 'The agency looks at the mappings of one institution at a time.',
  }),
  mend: {
    zh: '请用 hospitalCode 指明机构编号，例如 H33060200001。',
    en: 'Name the code of the institution in hospitalCode, such as H33060200001.',
  },
})
