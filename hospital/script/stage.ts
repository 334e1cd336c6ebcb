import { ReplyLost } from '../client/station.ts'
import { Refused, type His } from '../his.ts'

/** One sentence of the play. `held`: whether what must be is; nothing for a heading or a remark. */
export interface Said {
  readonly zh: string
  readonly en: string
  readonly held: boolean | null
}

/** Where the play is told, and whether all of it went as it must. */
export interface Stage {
  /** begins a scene */
  scene(zh: string, en: string): void
  /** something that must hold */
  expect(held: boolean, zh: string, en: string): void
  remark(zh: string, en: string): void
  readonly right: () => boolean
}

export function openStage(say: (said: Said) => void): Stage {
  let right = true
  return {
    scene: (zh, en) => say({ zh: `【${zh}】`, en: `[${en}]`, held: null }),
    expect(held, zh, en) {
      right &&= held
      say({ zh: `${held ? '✓' : '✗'} ${zh}`, en: `${held ? '✓' : '✗'} ${en}`, held })
    },
    remark: (zh, en) => say({ zh: `– ${zh}`, en: `– ${en}`, held: null }),
    right: () => right,
  }
}

/** Does a step whose reply gets lost. Returns the number of the visit that nobody knows about now. */
export async function lost(his: His, work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ReplyLost)) throw error
    const visit = his.store.journal().at(-1)?.visit
    if (visit?.uncertain) return visit.number
  }
  throw new Error('A reply that should be lost was not')
}

/** Loses the reply of a step, sends the very same message again, and returns the visit's number. */
export async function lostAndSentAgain(his: His, work: () => Promise<unknown>): Promise<string> {
  const number = await lost(his, work)
  await his.retry(number)
  return number
}

/** Why the centre refused; nothing where it did not. */
export async function refusal(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}

export function yuan(value: unknown): string {
  return Number(value ?? 0).toFixed(2)
}

/** What a trial or settlement came to, in words. */
export function amounts(info: Readonly<Record<string, unknown>> | null): readonly [zh: string, en: string] {
  const [total, fund, person] = ['medfee_sumamt', 'fund_pay_sumamt', 'psn_part_amt'].map((key) =>
    yuan(info?.[key]),
  )
  return [`总额 ${total}，基金 ${fund}，个人 ${person}`, `total ${total}, funds ${fund}, person ${person}`]
}
