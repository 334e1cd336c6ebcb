import type { ClaimItem } from './content.ts'
import type { DemoCase, Moment } from './driver.ts'

/** What somebody does on a day, counted in working days before the demo day: 0 is the demo day itself. */
export type Step = readonly [on: number, act: (demoCase: DemoCase, at: Moment) => Promise<void>]

/** How a case is paid: in the run of one day, answered by the bank on another; without an answer it is still at the bank. */
export interface PaymentPlan {
  readonly runOn: number
  readonly returnOn?: number
  /** what the bank says when it rejects the payment */
  readonly rejected?: string
}

/** The life of one made-up case. */
export interface Story {
  readonly person: string
  /** who applies: the person, a helper, or a clerk at a window */
  readonly by: string
  readonly item: ClaimItem
  readonly channel: 'web' | 'phone' | 'window' | 'township' | 'village'
  readonly begins: number
  readonly accident?: boolean
  /** a stay so long and dear that payers after the basic fund have something to pay */
  readonly severe?: boolean
  readonly carePlace?: 'out-referred'
  readonly steps: readonly Step[]
  readonly payment?: PaymentPlan
  /** what happens after the payment */
  readonly afterwards?: readonly Step[]
}

/** Who handles a case. */
export interface Cast {
  readonly applicant: string
  readonly clerk: string
  readonly reviewer: string
  readonly approver: string
  /** a line is cut */
  readonly cut: boolean
}
