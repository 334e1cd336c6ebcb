import { daysBetween, plainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { InvalidInput, NotAllowed } from '../../platform/http/problems.ts'
import type { FigureScope } from '../cases/index.ts'
import { getOffice, officesBelow, officesOf } from '../organisations/index.ts'

const LONGEST_DAYS = 1100

/** What a caller may count: offices they supervise, of the city asked for. */
export async function scopeOf(
  db: Db,
  caller: Caller,
  query: { regionCode: string; from: string; to: string; officeId?: string; itemId?: string },
): Promise<FigureScope> {
  const { regionCode, from, to, officeId, itemId } = query
  const days = daysBetween(plainDate(from), plainDate(to))
  if (days < 0 || days > LONGEST_DAYS) throw periodWrong(days)
  const own = await officesOf(db, caller, ['supervisor', 'administrator', 'auditor'])
  const asked = officeId === undefined ? own : await officesBelow(db, officeId)
  const reachable = new Set(own)
  const offices = await Promise.all(asked.filter((id) => reachable.has(id)).map((id) => getOffice(db, id)))
  const officeIds = offices.filter((office) => office.regionCode === regionCode).map(({ id }) => id)
  if (officeIds.length === 0) throw NotAllowed()
  return { regionCode, from, to, officeIds, itemId: itemId ?? null }
}

function periodWrong(days: number) {
  const message =
    days < 0
      ? { zh: '结束日期不能早于开始日期', en: 'the last day must not be before the first' }
      : { zh: `一次最多统计 ${LONGEST_DAYS} 天`, en: `at most ${LONGEST_DAYS} days at a time` }
  return InvalidInput({ faults: [{ path: 'to', code: 'period', message }] })
}
