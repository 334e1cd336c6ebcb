import type { Sentences } from '../../platform/problem.ts'

/** How each figure of the targets is computed. A text that changes its meaning takes the next version. */
export const targetDefinitions: readonly (Sentences & { readonly id: string; readonly version: number })[] = [
  {
    id: 'pooled',
    version: 1,
    zh: '整体（合计口径）= 1 − 各事项本地数之和 ÷ 各事项国家基准数之和。',
    en: 'Overall, pooled = 1 − sum of this place’s figures ÷ sum of the national figures.',
  },
  {
    id: 'mean',
    version: 1,
    zh: '整体（平均口径）= 各事项压缩比例的算术平均，每个事项同样重。文件没有规定“整体”的算法，两种口径都列出。',
    en: 'Overall, mean = arithmetic mean of the items’ cuts, every item weighing the same. The document does not define “overall”, so both readings are shown.',
  },
  {
    id: 'items',
    version: 1,
    zh: '只计算国家基准和本地数都已录入的事项；缺任何一方的不计入，也不当作 0 或“未压缩”，并写明由谁录入。取截止日有效的规则。',
    en: 'Only items with both figures loaded count; where one is missing it is neither taken as 0 nor as unchanged, and it is said who can load it. The rules are those in force on the last day.',
  },
  {
    id: 'materials',
    version: 1,
    zh: '材料：必须提交的件数，按情形才需要的也计，“三选一”计一件；选交的、只由数据共享取得的不计。',
    en: 'Materials: the number required, with those of a situation; “any one of three” counts once; optional ones and those only fetched from shared data do not count.',
  },
  {
    id: 'limits',
    version: 1,
    zh: '时限：1 − 本地承诺工作日 ÷ 国家规定工作日；承诺即时办结的计 0 日；国家规定即时办结的没有可压缩的时限，不计。',
    en: 'Time limits: 1 − promised ÷ national working days; a promise of on-the-spot counts 0 days; items the national rule finishes on the spot have nothing to cut and do not count.',
  },
  {
    id: 'non-instant',
    version: 1,
    zh: '非即时办结事项：算法同“时限”，另外逐项判断每个事项是否达到目标。',
    en: 'Items not finished on the spot: computed as time limits; each item is also judged by itself.',
  },
  {
    id: 'process',
    version: 1,
    zh: '流程：办事指南列出的环节数，只计文件写明的高频民生事项。',
    en: 'Process: the number of steps the guide lists, for the frequent items the document names.',
  },
  {
    id: 'actual',
    version: 1,
    zh: '实际：所选期间内办结的办件从受理次日起到决定日所用工作日的中位数，扣除补正暂停。',
    en: 'Actual: the median working days from acceptance to decision, less pauses, of the cases decided in the period.',
  },
  {
    id: 'quality',
    version: 1,
    zh: '质量：满意率 =（非常满意 + 满意 + 基本满意）÷ 全部评价，与紧接在前、天数相同的期间比较；任一期间没有评价的不作判断。',
    en: 'Quality: satisfied ÷ all ratings, compared with as many days just before; where either has no rating nothing is said.',
  },
]
