import {
  CalendarMissing,
  describeLedgerDay,
  dueOn,
  elapsed,
  plainDate,
  type CalendarUsed,
  type LedgerDay,
  type Pause,
  type PlainDate,
} from '@yichuang/kernel'
import type { Language } from '../../platform/problem.ts'
import { localeOf, PackUnknown, type Packs } from '../catalogue/index.ts'
import { ToolInputFaulty } from './tools.problems.ts'

interface ClockQuestion {
  readonly pack: string
  readonly accepted: string
  readonly known?: string | undefined
  readonly pauses: readonly {
    readonly from: string
    readonly to?: string | undefined
    readonly reason: string
  }[]
}

/** When a promise ends by the calendar of a pack. Throws `tool-input-faulty` for a year without a calendar. */
export function dueTool(
  packs: Packs,
  question: ClockQuestion & { days: number },
  today: PlainDate,
  language: Language,
) {
  return told(() => {
    const { calendar, accepted, pauses } = read(packs, question, today)
    const { due, ledger, calendars } = dueOn(calendar, { accepted, days: question.days, pauses })
    return { due: due ?? null, ...tellLedger(ledger, calendars, language) }
  })
}

/** Working days from one day to another by the calendar of a pack. */
export function elapsedTool(
  packs: Packs,
  question: ClockQuestion & { until: string },
  today: PlainDate,
  language: Language,
) {
  return told(() => {
    const { calendar, accepted, pauses } = read(packs, question, today)
    const { days, ledger, calendars } = elapsed(calendar, {
      accepted,
      until: plainDate(question.until),
      pauses,
    })
    return { days, ...tellLedger(ledger, calendars, language) }
  })
}

function read(packs: Packs, { pack: packId, accepted, known, pauses }: ClockQuestion, today: PlainDate) {
  const pack = packs.all().get(packId)
  if (!pack) throw PackUnknown({ pack: packId, packs: [...packs.all().keys()] })
  return {
    calendar: packs.calendar(pack, known === undefined ? today : plainDate(known)),
    accepted: plainDate(accepted),
    pauses: pauses.map(({ from, to, reason }): Pause => ({
      from: plainDate(from),
      ...(to !== undefined && { to: plainDate(to) }),
      reason: reason || 'supplement',
    })),
  }
}

function tellLedger(ledger: readonly LedgerDay[], calendars: readonly CalendarUsed[], language: Language) {
  return {
    ledger: ledger.map((day) => ({
      day: day.day,
      counted: day.nth !== undefined,
      number: day.nth ?? null,
      why: describeLedgerDay(day, localeOf(language)),
    })),
    calendar: calendars.map(({ citation, published }) =>
      language === 'zh' ? `${citation}，${published} 公布` : `${citation}, published ${published}`,
    ),
  }
}

/** The clock's own refusals are sentences already: pass them on as a problem. */
function told<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CalendarMissing)
      throw ToolInputFaulty({ sentences: [error.sentences] }, { cause: error })
    if (error instanceof RangeError)
      throw ToolInputFaulty({ sentences: [{ 'zh-CN': error.message, en: error.message }] }, { cause: error })
    throw error
  }
}
