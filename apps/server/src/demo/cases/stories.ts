import { jining, type DemoCity } from '../cities.ts'
import { peopleOf } from '../people.ts'
import type { Random } from '../random.ts'
import type { ClaimItem } from './content.ts'
import { pathsOf, type Crafts } from './paths.ts'
import type { Cast, PaymentPlan, Step, Story } from './story.ts'

/** Days of payment runs, in working days before the last one of the stories; the bank answers on the next one. */
const RUNS = [30, 25, 20, 15, 10, 5, 2]

type Someone = Pick<Story, 'person' | 'by' | 'channel' | 'item'> & { readonly cast: Cast }

/** The cases of a city: every state, and enough of them that figures and lists say something. */
export function storiesOf(city: DemoCity, crafts: Crafts, random: Random): Story[] {
  const path = pathsOf(crafts)
  const { login } = city
  const clerk = `clerk.${login}`
  let next = 0

  const castOf = (applicant: string, handler = clerk): Cast => ({
    applicant,
    clerk: handler,
    reviewer: random.chance(0.6) ? `reviewer.${login}` : `reviewer2.${login}`,
    approver: `approver.${login}`,
    cut: random.chance(0.2),
  })
  // No set that is lent has a rule for residents' out-patient care; those cases would wait for a rule or a person.
  const employees = new Set(
    peopleOf(city).flatMap(({ key, personClass }) => (personClass.startsWith('resident') ? [] : [key])),
  )
  const itemFor = (person: string): ClaimItem =>
    employees.has(person) && random.chance(0.5) ? 'claims.outpatient' : 'claims.inpatient'
  const online = (): Someone => {
    const person = `${login}.${next++}`
    return {
      person,
      by: person,
      channel: random.chance(0.5) ? 'phone' : 'web',
      item: itemFor(person),
      cast: castOf(person),
    }
  }
  const atWindow = (handler = clerk, channel: Story['channel'] = 'window'): Someone => {
    const person = `${login}.${next++}`
    return { person, by: handler, channel, item: itemFor(person), cast: castOf(handler, handler) }
  }
  /** Somebody new; Jining takes claims at the window for the time being, Shaoxing mostly online. */
  const somebody = (): Someone => {
    if (!random.chance(city === jining ? 0.85 : 0.35)) return online()
    if (!random.chance(0.2)) return atWindow(random.pick([clerk, `clerk2.${login}`]))
    const county = random.pick(city.counties.filter((county) => county.login !== undefined)).login!
    return random.chance(0.5)
      ? atWindow(`village.${county}`, 'village')
      : atWindow(`township.${county}`, 'township')
  }

  const story = (
    begins: number,
    steps: (cast: Cast) => readonly Step[],
    more: Partial<Story> = {},
    { cast, ...who } = somebody(),
  ): Story => ({ ...who, begins, steps: steps(cast), ...more })
  const many = (count: number, make: (index: number) => Story) =>
    Array.from({ length: count }, (_, i) => make(i))
  const paymentAfter = (decided: number): PaymentPlan & { returnOn: number } => {
    const runOn = RUNS.find((run) => run < decided)!
    return { runOn, returnOn: runOn - 1 }
  }
  const paid = (begins: number, afterwards: (on: number, cast: Cast) => readonly Step[]): Story => {
    const { cast, ...who } = somebody()
    const reviewed = begins - random.int(1, 3)
    const decided = reviewed - random.int(1, 2)
    const payment = paymentAfter(decided)
    const steps = path.granted(begins, reviewed, decided, cast)
    return { ...who, begins, steps, payment, afterwards: afterwards(payment.returnOn - 1, cast) }
  }
  const granted = (begins: number, reviewed: number, decided: number, payment?: PaymentPlan) =>
    story(begins, (cast) => path.granted(begins, reviewed, decided, cast), payment && { payment })

  const supplemented = (begins: number) =>
    story(
      begins,
      (cast) => [
        ...path.accepted(begins, cast),
        path.notified(begins, cast, 'fee-list', '费用清单只有第 1 页，请补交完整的清单。'),
        ...path.answered(begins - 3, cast, '已补交第 2 页'),
        path.proposed(begins - 5, cast),
        path.approved(begins - 6, cast),
      ],
      { payment: paymentAfter(begins - 6) },
    )
  const refused = (begins: number, rated: boolean) => {
    const reason = '票据所列费用已由工伤保险支付，不属于医疗保险支付范围'
    return story(begins, (cast) => [
      ...path.accepted(begins, cast),
      [begins - 2, (told, at) => told.propose(cast.reviewer, at, 'refuse', reason)],
      [begins - 3, (told, at) => told.decide(cast.approver, at, 'refuse', reason)],
      ...(rated
        ? [path.rated(begins - 4, cast, 'very-dissatisfied', ['113'], '希望一开始就告诉我不能报')]
        : []),
    ])
  }
  const late = () => {
    // Shaoxing promises nothing shorter than the statutory thirty days.
    const limit = city === jining ? 9 : 30
    return [
      story(
        limit + 5,
        (cast) => [
          ...path.accepted(limit + 5, cast),
          path.proposed(4, cast),
          [4, (told, at) => told.explain(cast.clerk, at, '外地医院的核实函回复较慢')],
          path.approved(3, cast),
        ],
        { payment: { runOn: 2, returnOn: 1 } },
      ),
      story(limit + 3, (cast) => [
        ...path.accepted(limit + 3, cast),
        [1, (told, at) => told.explain(cast.clerk, at, '等待就诊地医保部门协查，已电话告知参保人')],
      ]),
      story(limit + 2, (cast) => path.accepted(limit + 2, cast)),
    ]
  }
  const handedOver = (begins: number, accepted: boolean) =>
    story(
      begins,
      (cast) => [
        ...path.accepted(begins, cast),
        [begins - 1, (told, at) => told.offer(clerk, at, `clerk2.${login}`, '轮岗，后续由同事办理')],
        ...(accepted ? [[begins - 2, (told, at) => told.takeOver(`clerk2.${login}`, at)] as Step] : []),
      ],
      {},
      atWindow(),
    )

  const good = (index: number): readonly [grade: 'satisfied' | 'very-satisfied', reasons: string[]] =>
    index % 3 === 0 ? ['satisfied', ['413']] : ['very-satisfied', [city === jining ? '510' : '513', '517']]
  return [
    ...many(26, (i) => paid(random.int(9, 30), (on, cast) => [path.rated(on, cast, ...good(i), '')])),
    ...many(8, () => paid(random.int(9, 24), () => [])),
    ...many(5, (i) => supplemented(18 + i)),
    paid(24, (on, cast) => [
      path.rated(on, cast, 'fairly-satisfied', ['309', '314'], '总体可以，等候时间有点长'),
    ]),
    paid(22, (on, cast) => [
      path.rated(on, cast, 'dissatisfied', ['213'], '窗口对外地票据不熟悉，来回问了几个人'),
    ]),
    ...late(),
    ...many(3, (i) => refused(16 + i * 2, i === 0)),
    ...many(3, (i) =>
      // Only the person may take back what was handed in, so these came over the net.
      story(
        12 - i,
        (cast) => [
          ...path.accepted(12 - i, cast),
          [11 - i, (told, at) => told.withdraw(cast.applicant, at, '已在医院补刷卡结算')],
        ],
        {},
        online(),
      ),
    ),
    granted(14, 12, 11, { runOn: 10, returnOn: 9, rejected: '账号与户名不符' }),
    granted(15, 13, 12, { runOn: 10, returnOn: 9, rejected: '账户已销户' }),
    ...many(4, (i) => granted(9 + i, 5 + i, 4 + i, { runOn: 1 })),
    ...many(5, (i) => granted(6 + (i % 3), 3, 1)),
    ...many(5, (i) =>
      story(4 + (i % 2), (cast) => [...path.accepted(4 + (i % 2), cast), path.proposed(i % 3, cast)]),
    ),
    ...many(5, (i) => story(2 + i, (cast) => path.accepted(2 + i, cast))),
    story(7, (cast) => [
      ...path.accepted(7, cast),
      path.proposed(5, cast),
      [3, (told, at) => told.decide(cast.approver, at, 'send-back', '第 3 项请核对是否在目录内')],
    ]),
    handedOver(5, false),
    handedOver(8, true),
    ...many(2, (i) =>
      story(4 + i, (cast) => [
        ...path.handedIn(4 + i, cast),
        [3 + i, (told, at) => told.passUp(cast.clerk, at, '票据由两家医院合开，窗口难以判断')],
      ]),
    ),
    story(6, (cast) => [
      ...path.handedIn(6, cast),
      [5, (told, at) => told.passUp(cast.clerk, at, '异地就医备案记录查不到')],
      [3, (told, at) => told.returnWith(cast.reviewer, at, '备案已在省平台查到，可以受理')],
    ]),
    ...many(3, (i) =>
      story(3 + i, (cast) => [
        ...path.handedIn(3 + i, cast),
        path.notified(2 + i, cast, 'fee-list', '费用清单照片模糊，请重新拍摄每一页。'),
      ]),
    ),
    story(9, (cast) => [
      ...path.handedIn(9, cast),
      path.notified(8, cast, 'fee-list', '费用清单只有第 1 页，请补交完整的清单。'),
      ...path.answered(6, cast, '已补交'),
      path.notified(4, cast, 'receipt', '收费票据右下角被遮挡，请重新拍摄。'),
    ]),
    ...many(5, (i) => story(i % 3, (cast) => path.handedIn(i % 3, cast))),
    ...many(2, (i) => story(i, () => [], {}, online())),
  ]
}
