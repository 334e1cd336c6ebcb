import type { Sentences } from '@yichuang/kernel'
import { defineProblem } from '../../platform/problem.ts'

/** What a public tool was given cannot be worked with; the kernel's or the calculation's own sentence says why. */
export const ToolInputFaulty = defineProblem({
  code: 'tool-input-faulty',
  status: 422,
  title: { zh: '填写的内容算不了', en: 'This cannot be worked out' },
  detail: ({ sentences }: { sentences: readonly Sentences[] }) => ({
    zh: sentences.map((sentence) => sentence['zh-CN']).join(' '),
    en: sentences.map(({ en }) => en).join(' '),
  }),
  mend: { zh: '请按上面的说明改正后再试', en: 'Correct it as said above and try again' },
})
