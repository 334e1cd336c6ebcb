import type { figures } from '@yichuang/contracts'
import type { Sentences } from '../../platform/problem.ts'

export type Figure = (typeof figures)[number]

/** What each figure counts, in the words that stand beside it. The conditions themselves are SQL in the owning module. */
export const definitions: Readonly<
  Record<Figure | 'on-time-rate' | 'duration' | 'satisfaction' | 'baseline', Sentences>
> = {
  received: {
    zh: '收件：提交日在所选期间内的办件（草稿不计）。',
    en: 'Received: cases handed in within the period; drafts do not count.',
  },
  accepted: {
    zh: '受理：受理日在所选期间内的办件。窗口上报的，自上报日起计时，视同受理。',
    en: 'Accepted: cases accepted within the period. A case passed up runs from that day and counts as accepted.',
  },
  decided: {
    zh: '办结：作出准予支付或不予支付决定之日在所选期间内的办件；撤回的不计。',
    en: 'Decided: cases granted or refused within the period; withdrawn ones do not count.',
  },
  granted: {
    zh: '准予支付：期间内办结且准予支付的办件。',
    en: 'Granted: decided within the period, and granted.',
  },
  refused: {
    zh: '不予支付：期间内办结且不予支付的办件。',
    en: 'Refused: decided within the period, and refused.',
  },
  'on-time': {
    zh: '按时办结：期间内办结，且决定日不晚于承诺（没有承诺的为法定）期限，补正暂停的日子不计。',
    en: 'On time: decided within the period, not after the promised day (without a promise, the statutory one); days of a pause do not count.',
  },
  overdue: {
    zh: '超期办结：期间内办结，且决定日晚于承诺（没有承诺的为法定）期限。',
    en: 'Overdue: decided within the period, after the promised day (without a promise, the statutory one).',
  },
  open: {
    zh: '在办：到期间最后一天为止已提交、尚未决定也未撤回的办件。',
    en: 'Open: handed in by the last day of the period, and by then neither decided nor withdrawn.',
  },
  'open-overdue': {
    zh: '在办超期：到期间最后一天为止在办，且期限早于这一天的办件。',
    en: 'Open and overdue: open on the last day of the period, with a due day before it.',
  },
  'agency-faults': {
    zh: '告知不全：期间内收件、后来因经办机构未一次告知而再次补正的办件。',
    en: 'Told twice: received within the period, and later asked again for something the agency could have told at first.',
  },
  rated: {
    zh: '评价：评价日在所选期间内的办件，每件一次。',
    en: 'Rated: cases rated within the period, each once.',
  },
  'bad-ratings': {
    zh: '差评：期间内评价为“不满意”或“非常不满意”的办件。',
    en: 'Bad ratings: rated “dissatisfied” or “very dissatisfied” within the period.',
  },
  paid: {
    zh: '支付：银行回盘确认支付成功之日在所选期间内的办件。',
    en: 'Paid: cases whose payment the bank confirmed within the period.',
  },
  'on-time-rate': {
    zh: '按时办结率 =  按时办结 ÷（按时办结 + 超期办结）。',
    en: 'Share on time = on time ÷ (on time + overdue).',
  },
  duration: {
    zh: '办理用时：受理次日起至决定日的工作日数，扣除补正暂停；中位数和 90 分位数取实际出现的天数。',
    en: 'Duration: working days after acceptance up to the decision, less pauses; median and 90th percentile are days that occurred.',
  },
  satisfaction: {
    zh: '满意率 =（非常满意 + 满意 + 基本满意）÷ 全部评价。',
    en: 'Satisfied = (very satisfied + satisfied + fairly satisfied) ÷ all ratings.',
  },
  baseline: {
    zh: '压缩比例 = 1 − 承诺工作日 ÷ 法定工作日；材料数只计必须提交的，“三选一”计一件。',
    en: 'Cut = 1 − promised ÷ statutory working days; only required materials count, “any one of three” counts once.',
  },
}
