import type { RatingView } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Sentences } from '../../platform/problem.ts'

export type Grade = z.output<typeof RatingView>['grade']

/** What somebody may tick beside a grade. */
export interface RatingReason {
  readonly code: string
  readonly text: Sentences
}

/** A grade, best first, with its reasons. `bad` ones (差评) need a reason or words. */
export interface GradeOfRating {
  readonly grade: Grade
  readonly name: Sentences
  readonly bad: boolean
  readonly reasons: readonly RatingReason[]
}

/**
 * Five grades, of which the last two are a bad rating (国办发〔2019〕51号, recalled and still to be checked). The reasons and
 * their codes are those of a provincial government-service platform as found in public code, not of a standard: the
 * provincial text is to be checked before codes are exchanged. The first digit of a code is the grade, 5 the best.
 */
export const grades: readonly GradeOfRating[] = [
  {
    grade: 'very-satisfied',
    name: { zh: '非常满意', en: 'Very satisfied' },
    bad: false,
    reasons: [
      reason(510, '一窗受理一次办结', 'One window, done in one go'),
      reason(511, '可以先受理后补材料', 'Accepted first, materials later'),
      reason(512, '不用提交证明', 'No proofs asked for'),
      reason(513, '全程网上办', 'Online from beginning to end'),
      reason(514, '可用手机办理', 'Possible on a phone'),
      reason(515, '可就近办理', 'Possible nearby'),
      reason(516, '无需材料直接办理', 'Done without any materials'),
      reason(517, '服务热情效率高', 'Friendly and quick'),
    ],
  },
  {
    grade: 'satisfied',
    name: { zh: '满意', en: 'Satisfied' },
    bad: false,
    reasons: [
      reason(406, '填写一张表单', 'One form only'),
      reason(407, '在线提交、窗口核验', 'Sent online, checked at the window'),
      reason(408, '一张清单告知', 'Told in one list'),
      reason(409, '告知承诺减免材料', 'A promise instead of materials'),
      reason(410, '在线预约', 'Booked online'),
      reason(411, '跑大厅一次办完', 'One visit to the hall'),
      reason(412, '自助机', 'Self-service machine'),
      reason(413, '服务态度较好', 'Polite service'),
    ],
  },
  {
    grade: 'fairly-satisfied',
    name: { zh: '基本满意', en: 'Fairly satisfied' },
    bad: false,
    reasons: [
      reason(307, '一次性告知补正', 'Told once of all that was missing'),
      reason(308, '提供样本', 'Samples were given'),
      reason(309, '承诺时间内办结', 'Done in the promised time'),
      reason(310, '指南准确', 'The guide was right'),
      reason(311, '按指南材料即可', 'The materials of the guide were enough'),
      reason(312, '快递送达', 'Delivered by courier'),
      reason(313, '跑动次数与承诺一致', 'As many visits as promised'),
      reason(314, '服务态度一般', 'Service was fair'),
    ],
  },
  {
    grade: 'dissatisfied',
    name: { zh: '不满意', en: 'Dissatisfied' },
    bad: true,
    reasons: [
      reason(207, '没有材料样本', 'No samples of materials'),
      reason(208, '没有清单', 'No list'),
      reason(209, '未在承诺时间内办结', 'Not done in the promised time'),
      reason(210, '重复提交证明', 'The same proof asked for again'),
      reason(211, '承诺网办但无法在线', 'Promised online, but not possible'),
      reason(212, '预约后重复取号', 'Had to queue in spite of a booking'),
      reason(213, '窗口业务不熟练', 'Staff did not know the work'),
      reason(214, '态度生硬', 'Unfriendly'),
    ],
  },
  {
    grade: 'very-dissatisfied',
    name: { zh: '非常不满意', en: 'Very dissatisfied' },
    bad: true,
    reasons: [
      reason(108, '指南外新增条件', 'Conditions that the guide does not have'),
      reason(109, '指南外材料', 'Materials that the guide does not have'),
      reason(110, '无理由超法定时间', 'Longer than the law allows, without a reason'),
      reason(111, '样本有错', 'A sample was wrong'),
      reason(112, '承诺在线收取实际无法', 'Promised to take it online, but could not'),
      reason(113, '多头跑窗口', 'Sent from window to window'),
      reason(114, '跑动次数与承诺不一致', 'More visits than promised'),
      reason(115, '态度差、效率低', 'Rude and slow'),
    ],
  },
]

const byGrade = new Map(grades.map((grade) => [grade.grade, grade]))

export function gradeOf(grade: Grade): GradeOfRating {
  return byGrade.get(grade)!
}

export const badGrades: readonly Grade[] = grades.filter(({ bad }) => bad).map(({ grade }) => grade)

function reason(code: number, zh: string, en: string): RatingReason {
  return { code: String(code), text: { zh, en } }
}
