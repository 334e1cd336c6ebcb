import { RemoteCare, type ClaimContent } from '@yichuang/contracts'
import { addDays, parsePlainDate, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { ContentFaulty, type CaseFacts, type HandInFacts, type HandlerCheck } from '../cases/index.ts'
import { Findings, isBlank } from '../claims/index.ts'
import { fileRemote, filingsOf, remotePlace, wordsOf } from '../person-filings/index.ts'
import { noteFiling, readApplication } from './application.queries.ts'

/** An item of the catalogue → why somebody is treated elsewhere. */
const WHY = { 'away.retired': 'retired', 'away.long-stay': 'long-stay', 'away.posted': 'posted' } as const

/** Longest time ahead a filing may begin; a working setting against typing errors, not a rule. */
const AHEAD_DAYS = 366

interface Wanted {
  readonly place: string
  readonly from: PlainDate
  readonly until: PlainDate | undefined
  readonly why: (typeof WHY)[keyof typeof WHY]
}

/** Every fault of what was typed; what it would file where there is none. */
async function checked(
  db: Db,
  found: Findings,
  at: CaseFacts,
  content: ClaimContent,
): Promise<Wanted | undefined> {
  const typed = content.remote ?? RemoteCare.parse({})
  const why = WHY[at.itemId as keyof typeof WHY]
  const place = readPlace(found, at, typed.place)
  const from = readDay(found, 'remote.from', { zh: '开始日期', en: 'The first day' }, typed.from)
  const until = isBlank(typed.until)
    ? undefined
    : readDay(found, 'remote.until', { zh: '结束日期', en: 'The last day' }, typed.until)
  if (from && (from < at.today || from > addDays(at.today, AHEAD_DAYS)))
    found.fault('remote.from', 'from-outside', {
      zh: `开始日期应从今天（${at.today}）起，一年之内。备案从提交之日起生效，不能倒填。`,
      en: `The first day must be today (${at.today}) or within a year. A filing holds from its hand-in, not before.`,
    })
  if (from && until && until < from)
    found.fault('remote.until', 'until-before-from', {
      zh: '结束日期早于开始日期。请改正，或不填（长期有效）。',
      en: 'The last day is before the first. Correct it, or leave it empty (no end).',
    })
  if (at.itemId === 'away.retired' && at.personClass === 'active')
    found.fault('remote', 'not-retired', {
      zh: '参保登记为在职人员，不能按异地安置退休人员备案。在外地工作的请办理“常驻异地工作人员备案”。',
      en: 'The insurance is that of somebody working. File as posted elsewhere instead.',
    })
  if (found.faults.length > 0 || place === undefined || from === undefined || why === undefined)
    return undefined
  const others = await filingsOf(db, at.regionCode, at.personId, 'remote')
  const other = others.find(
    (one) =>
      one.place === place &&
      (one.validUntil === null || from <= one.validUntil) &&
      (until === undefined || one.validFrom <= until),
  )
  if (other)
    found.fault('remote.place', 'filed-already', {
      zh: `同期已有有效的备案（${other.number}，${wordsOf(other)}），不需重复办理。`,
      en: `There is a filing for the same time already (${other.number}, ${wordsOf(other)}).`,
    })
  return other ? undefined : { place, from, until, why }
}

function readPlace(found: Findings, { regionCode }: CaseFacts, typed: string): string | undefined {
  if (isBlank(typed)) {
    found.fault('remote.place', 'place-missing', {
      zh: '没有选择就医地。请选择省、自治区、直辖市，只到一个市的选择那个市；没有列出的市，选“其他市”并填写区划代码。',
      en: 'The place of care is missing. Choose a province, or one of its cities; for a city that is not listed choose “Another city” and type its code.',
    })
    return undefined
  }
  const place = remotePlace(regionCode, typed.trim())
  if (place === undefined)
    found.fault('remote.place', 'place-wrong', {
      zh: `就医地“${typed}”不是参保地以外的省、自治区、直辖市或设区的市。请重新选择。`,
      en: `“${typed}” is no province or city other than the insured one. Choose again.`,
    })
  return place
}

function readDay(
  found: Findings,
  path: string,
  field: { readonly zh: string; readonly en: string },
  typed: string,
): PlainDate | undefined {
  const day = parsePlainDate(typed.trim())
  if (day) return day
  found.fault(path, 'day-unreadable', {
    zh: `${field.zh}${isBlank(typed) ? '未填写' : `“${typed}”不是日期`}。请按 2020-10-15 的样子填写。`,
    en: `${field.en} ${isBlank(typed) ? 'is missing' : `“${typed}” is no date`}. Write it as 2020-10-15.`,
  })
  return undefined
}

/** What the person is told before they file. */
export async function checkRemote(db: Db, at: CaseFacts): Promise<HandlerCheck> {
  const found = new Findings(at.language)
  await checked(db, found, at, (await readApplication(db, at)).content)
  return { faults: found.faults, warnings: found.warnings, estimate: null, missing: [] }
}

/** Files it: from its first day the place of care counts as filed. */
export async function handInRemote(db: Db, at: CaseFacts & HandInFacts): Promise<{ readonly total: null }> {
  const found = new Findings(at.language)
  const content = at.content ?? (await readApplication(db, at)).content
  const wanted = await checked(db, found, at, content)
  const faults = [...at.faults, ...found.faults]
  if (faults.length > 0 || !wanted) throw ContentFaulty({ faults })
  const { actor, now, today, caseId, personId, regionCode } = at
  const by = { actor, at: now, today, source: 'case', caseId } as const
  const { number } = await fileRemote(db, regionCode, { personId, ...wanted }, by)
  await noteFiling(db, at, number)
  return { total: null }
}
