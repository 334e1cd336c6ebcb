import { defineProblem } from '../../platform/problem.ts'

export const FileNotFound = defineProblem({
  code: 'file-not-found',
  status: 404,
  title: { zh: '没有找到这个文件', en: 'There is no such file' },
  mend: {
    zh: '文件可能已被撤下。请刷新办件，查看现有材料。',
    en: 'It may have been taken back. Reload the case to see the files there are.',
  },
})
