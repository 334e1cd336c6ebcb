import { shaoxing, type DemoCity } from '../cities.ts'
import { pathsOf, type Crafts } from './paths.ts'
import type { Cast, Story } from './story.ts'

/** The cases of those one can sign in as, so that each finds something to do: an answer to give, an account to correct. */
export function namedStoriesOf(city: DemoCity, crafts: Crafts): Story[] {
  const path = pathsOf(crafts)
  const { login } = city
  const cast = (applicant: string): Cast => ({
    applicant,
    clerk: `clerk.${login}`,
    reviewer: `reviewer.${login}`,
    approver: `approver.${login}`,
    cut: false,
  })
  const self = (person: string, item: Story['item'], begins: number): Omit<Story, 'steps'> => ({
    person,
    by: person,
    channel: 'web',
    item,
    begins,
  })
  const forOther = (
    person: string,
    agent: string,
    item: Story['item'],
    begins: number,
  ): Omit<Story, 'steps'> => ({
    person,
    by: agent,
    channel: 'phone',
    item,
    begins,
  })
  if (city === shaoxing)
    return [
      {
        ...self('wang.fang', 'claims.inpatient', 26),
        steps: path.granted(26, 24, 23, { ...cast('wang.fang'), cut: true }),
        payment: { runOn: 20, returnOn: 19 },
        afterwards: [path.rated(18, cast('wang.fang'), 'very-satisfied', ['513', '517'], '没跑一趟就办好了')],
      },
      {
        ...self('wang.fang', 'claims.outpatient', 4),
        steps: [
          ...path.handedIn(4, cast('wang.fang')),
          path.notified(3, cast('wang.fang'), 'fee-list', '费用清单缺少 9 月 3 日的一页，请补充拍照上传。'),
        ],
      },
      { ...self('wang.fang', 'claims.outpatient', 0), steps: [] },
      {
        ...forOther('sun.guilan', 'wang.fang', 'claims.inpatient', 6),
        steps: path.accepted(6, cast('wang.fang')),
      },
      {
        ...self('chen.weiguo', 'claims.inpatient', 16),
        steps: path.granted(16, 14, 12, cast('chen.weiguo')),
        payment: { runOn: 10, returnOn: 9 },
      },
      {
        ...self('li.na', 'claims.inpatient', 15),
        steps: path.granted(15, 13, 11, cast('li.na')),
        payment: { runOn: 10, returnOn: 9, rejected: '账号与户名不符' },
      },
      { ...self('zhou.mingyuan', 'claims.outpatient', 5), steps: path.accepted(5, cast('zhou.mingyuan')) },
    ]
  return [
    {
      ...self('kong.qinghua', 'claims.inpatient', 20),
      steps: path.granted(20, 18, 17, cast('kong.qinghua')),
      payment: { runOn: 15, returnOn: 14 },
    },
    {
      ...forOther('kong.fanlin', 'kong.qinghua', 'claims.inpatient', 24),
      severe: true,
      steps: path.granted(24, 21, 19, cast('kong.qinghua')),
      payment: { runOn: 15, returnOn: 14 },
    },
    {
      ...forOther('kong.fanlin', 'kong.qinghua', 'claims.inpatient', 3),
      steps: path.accepted(3, cast('kong.qinghua')),
    },
    {
      ...self('zhang.xiuying', 'claims.outpatient', 14),
      steps: [
        ...path.accepted(14, cast('zhang.xiuying')),
        [12, (told, at) => told.propose(`reviewer.${login}`, at, 'refuse', '同一费用已在医院刷卡结算')],
        [11, (told, at) => told.decide(`approver.${login}`, at, 'refuse', '同一费用已在医院刷卡结算')],
      ],
    },
    { ...self('liu.yang', 'claims.inpatient', 8), steps: path.accepted(8, cast('liu.yang')) },
    { ...self('liu.yang', 'claims.outpatient', 1), steps: path.handedIn(1, cast('liu.yang')) },
  ]
}
