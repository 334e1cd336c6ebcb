import type { RatingInput } from '../../modules/ratings/index.ts'
import type { DemoCase, Moment } from './driver.ts'
import type { Cast, Step } from './story.ts'

/** How the materials are added and the lines are coded; supplied by whoever tells the stories. */
export interface Crafts {
  readonly materials: (demoCase: DemoCase, by: string, at: Moment) => Promise<void>
  readonly coding: (demoCase: DemoCase, cut: boolean) => Parameters<DemoCase['propose']>[4]
}

/** Pieces of the lives of cases, put together by the stories. Days count down to the demo day. */
export function pathsOf({ materials, coding }: Crafts) {
  const handedIn = (on: number, { applicant }: Cast): Step[] => [
    [on, (demoCase, at) => materials(demoCase, applicant, at)],
    [on, (demoCase, at) => demoCase.handIn(applicant, at)],
  ]
  const accepted = (on: number, cast: Cast): Step[] => [
    ...handedIn(on, cast),
    [on, (demoCase, at) => demoCase.accept(cast.clerk, at)],
  ]
  const proposed = (on: number, cast: Cast): Step => [
    on,
    (demoCase, at) =>
      demoCase.propose(
        cast.reviewer,
        at,
        'grant',
        cast.cut ? '一项费用与诊断无关，予以剔除' : '',
        coding(demoCase, cast.cut),
      ),
  ]
  const approved = (on: number, { approver }: Cast): Step => [
    on,
    (demoCase, at) => demoCase.decide(approver, at, 'approve', ''),
  ]
  const granted = (from: number, reviewed: number, decided: number, cast: Cast): Step[] => [
    ...accepted(from, cast),
    proposed(reviewed, cast),
    approved(decided, cast),
  ]
  const notified = (on: number, { clerk }: Cast, materialId: string, text: string): Step => [
    on,
    (demoCase, at) => demoCase.notify(clerk, at, [{ materialId, text }]),
  ]
  const answered = (on: number, { applicant }: Cast, text: string): Step[] => [
    [
      on,
      (demoCase, at) =>
        demoCase.attach(applicant, at, 'fee-list', '费用清单（补）.jpg', {
          title: '住院（门诊）费用清单 第 2 页',
          rows: [
            ['说明', '补交的完整清单'],
            ['页码', '2 / 2'],
          ],
        }),
    ],
    [on, (demoCase, at) => demoCase.answer(applicant, at, text)],
  ]
  const rated = (
    on: number,
    { applicant }: Cast,
    grade: RatingInput['grade'],
    reasons: string[],
    text: string,
  ): Step => [on, (demoCase, at) => demoCase.rate(applicant, at, { grade, reasons, text })]
  return { handedIn, accepted, proposed, approved, granted, notified, answered, rated }
}
