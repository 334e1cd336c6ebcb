import { fen, formatYuan, plainDate, yuan, ZERO_FEN, type Fen, type PlainDate } from '@yichuang/kernel'
import { PAYERS } from '@yichuang/benefits'
import { recoveryStates } from '@yichuang/contracts'
import type { BodyOf, bookRecovery, RecoverySummary, RecoveryView } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import type { Language, Sentences } from '../../platform/problem.ts'
import { record } from '../audit/index.ts'
import type { Requester } from '../cases/index.ts'
import { getPerson } from '../insured/index.ts'
import { beforeId } from './access.ts'
import {
  RecoveryAmount,
  RecoveryChanged,
  RecoveryNotFound,
  RecoveryOver,
  RecoveryOwn,
} from './corrections.problems.ts'
import {
  appendEntry,
  entriesOfRecovery,
  findRecovery,
  lockRecovery,
  openOf,
  recoveriesOfOffices,
  sumRecoveries,
  type Instalment,
  type RecoveryEntry,
  type RecoveryRow,
} from './recovery.queries.ts'
import { offsetsOf, setOff } from './offset.service.ts'
import { payerTitle } from './words.ts'

type Asked = BodyOf<typeof bookRecovery>
type Entry = Omit<RecoveryEntry, 'seq' | 'byId' | 'byName' | 'at'>

/** Books one thing that happened to a recovery, which it locks. */
export async function bookEntry(
  db: Db,
  who: Requester,
  regionCode: string,
  recoveryId: string,
  asked: Asked,
): Promise<RecoveryRow> {
  const row = await lockRecovery(db, regionCode, recoveryId)
  if (!row) throw RecoveryNotFound()
  if (row.state !== 'open') throw RecoveryOver()
  if (row.entries !== asked.version) throw RecoveryChanged()
  const before = await entriesOfRecovery(db, regionCode, recoveryId)
  const { entry, now } =
    asked.kind === 'offset'
      ? comeIn(row, who.today, asked.kind, await setOff(db, regionCode, row, asked, who.today), asked.note)
      : booked(row, asked, who, before)
  const { id, name } = who.actor
  const after = await appendEntry(db, regionCode, now, { ...entry, byId: id!, byName: name, at: who.at })
  await record(db, {
    regionCode,
    stream: `person:${row.personId}`,
    actor: who.actor,
    act: `recovery-${asked.kind}`,
    at: who.at,
    personId: row.personId,
    detail: { number: row.number, ...(entry.amount !== null && { amount: entry.amount }) },
  })
  return after
}

const BARE = { amount: null, payers: null, plan: null, note: null }

/** Money that came in, from the person or out of what is due to the person. */
function comeIn(
  row: RecoveryRow,
  today: PlainDate,
  kind: 'received' | 'offset',
  {
    amount,
    day = today,
    number,
  }: { readonly amount: Fen; readonly day?: PlainDate; readonly number?: string },
  note = '',
): { readonly entry: Entry; readonly now: RecoveryRow } {
  const received = formatYuan(fen(yuan(row.received) + amount))
  const done = amount === openOf(row)
  const said = [number, note].filter(Boolean).join(' ')
  return {
    entry: {
      ...BARE,
      kind,
      day,
      amount: formatYuan(amount),
      payers: partsOf(row, yuan(row.received), amount),
      note: said || null,
    },
    now: { ...row, received, ...(done && { state: 'closed' as const, closedOn: today }) },
  }
}

/** The entry, and the recovery after it. */
function booked(
  row: RecoveryRow,
  asked: Exclude<Asked, { kind: 'offset' }>,
  who: Requester,
  before: readonly RecoveryEntry[],
): { readonly entry: Entry; readonly now: RecoveryRow } {
  const bare = { ...BARE, day: who.today }
  if (asked.kind === 'received') {
    return comeIn(row, who.today, asked.kind, checkReceived(row, asked, who.today), asked.note)
  }
  const said = { ...bare, kind: asked.kind, note: asked.note }
  if (asked.kind === 'instalments')
    return { entry: { ...said, plan: checkPlan(row, asked.plan, who.today) }, now: row }
  if (asked.kind === 'handed-over')
    return { entry: said, now: { ...row, ownerId: who.actor.id!, ownerName: who.actor.name } }
  const waiting = askedToGiveUp(before)
  if (asked.kind === 'write-off-asked') {
    if (waiting) throw RecoveryOwn({ why: WAITS })
    return { entry: { ...said, amount: formatYuan(openOf(row)) }, now: row }
  }
  if (!waiting) throw RecoveryOwn({ why: NOBODY_ASKED })
  if (waiting.byId === who.actor.id) throw RecoveryOwn({ why: OWN })
  if (asked.kind === 'write-off-refused') return { entry: said, now: row }
  const open = openOf(row)
  const now = {
    ...row,
    writtenOff: formatYuan(fen(yuan(row.writtenOff) + open)),
    state: 'written-off' as const,
    closedOn: who.today,
  }
  return { entry: { ...said, amount: formatYuan(open), payers: partsOf(row, yuan(row.received), open) }, now }
}
const WAITS = { zh: '已有核销申请等待决定。', en: 'A write-off has been asked for already and waits.' }
const NOBODY_ASKED = { zh: '没有等待决定的核销申请。', en: 'Nobody has asked for a write-off.' }
const OWN = { zh: '这份核销是您自己申请的。', en: 'It was you who asked for this write-off.' }

function checkReceived(
  row: RecoveryRow,
  { amount: text, day }: { readonly amount: string; readonly day: string },
  today: PlainDate,
): { readonly amount: Fen; readonly day: PlainDate } {
  const amount = yuan(text)
  const open = openOf(row)
  const on = plainDate(day)
  const refuse = (why: Sentences) => RecoveryAmount({ why })
  if (amount === ZERO_FEN) throw refuse({ zh: '到账金额为 0。', en: 'The amount received is 0.' })
  if (amount > open)
    throw refuse({
      zh: `到账金额 ${text} 元超过尚未追回的 ${formatYuan(open)} 元。`,
      en: `${text} yuan are more than the ${formatYuan(open)} yuan that are open.`,
    })
  if (on > today || on < row.openedOn)
    throw refuse({
      zh: `到账日期 ${day} 不在追回开始日 ${row.openedOn} 与今天 ${today} 之间。`,
      en: `${day} is not between the first day of the recovery, ${row.openedOn}, and today, ${today}.`,
    })
  return { amount, day: on }
}

/** Days in order from today on, and all of them together exactly what is open. */
function checkPlan(
  row: RecoveryRow,
  plan: readonly { readonly day: string; readonly amount: string }[],
  today: PlainDate,
): Instalment[] {
  const days = plan.map(({ day }) => plainDate(day))
  const sum = plan.reduce((so, { amount }) => so + yuan(amount), 0)
  const open = openOf(row)
  if (
    plan.some(({ amount }) => yuan(amount) === 0) ||
    days.some((day, at) => day <= (days[at - 1] ?? '')) ||
    days[0]! < today
  )
    throw RecoveryAmount({
      why: {
        zh: '分期的日期须从今天起依次往后，每期金额大于 0。',
        en: 'The days must follow one another from today on, each with an amount.',
      },
    })
  // One absurd instalment is told by itself: many of them cannot even be added up.
  const absurd = plan.find(({ amount }) => yuan(amount) > open)
  if (absurd)
    throw RecoveryAmount({
      why: {
        zh: `${absurd.day} 一期的 ${absurd.amount} 元超过尚未追回的 ${formatYuan(open)} 元。`,
        en: `The ${absurd.amount} yuan of ${absurd.day} are more than the ${formatYuan(open)} yuan that are open.`,
      },
    })
  if (sum !== open)
    throw RecoveryAmount({
      why: {
        zh: `各期合计 ${formatYuan(fen(sum))} 元，与尚未追回的 ${formatYuan(open)} 元不一致。`,
        en: `The instalments come to ${formatYuan(fen(sum))} yuan, but ${formatYuan(open)} yuan are open.`,
      },
    })
  return plan.map(({ amount }, at) => ({ day: days[at]!, amount }))
}

/** Each fund's part of an amount that comes after `before`: funds are served in the order of the national interface. */
function partsOf({ payers }: RecoveryRow, before: Fen, amount: Fen): Record<string, string> {
  const parts: Record<string, string> = {}
  let [passed, left]: [number, number] = [before, amount]
  for (const payer of PAYERS) {
    const whole = payers[payer] === undefined ? 0 : yuan(payers[payer])
    const skip = Math.min(passed, whole)
    passed -= skip
    const part = Math.min(left, whole - skip)
    left -= part
    if (part > 0) parts[payer] = formatYuan(fen(part))
  }
  return parts
}

/** The request to give up that nobody has answered. */
function askedToGiveUp(entries: readonly RecoveryEntry[]): RecoveryEntry | undefined {
  const last = entries.findLast(({ kind }) => kind.startsWith('write-off') || kind === 'written-off')
  return last?.kind === 'write-off-asked' ? last : undefined
}

export { findRecovery as foundRecovery }

/** Recoveries of offices, newest first, with what is open in all. */
export async function recoveryList(
  db: Db,
  regionCode: string,
  offices: readonly string[],
  asked: {
    readonly state?: string | undefined
    readonly cursor?: string | undefined
    readonly limit: number
  },
): Promise<{ items: RecoverySummary[]; next: string | null; count: number; open: string }> {
  const { state, cursor, limit } = asked
  const states = state === undefined ? recoveryStates : [state]
  const page = { offices, states, before: beforeId(cursor), limit: limit + 1 }
  const [rows, { count, open }] = await Promise.all([
    recoveriesOfOffices(db, regionCode, page),
    sumRecoveries(db, regionCode, offices),
  ])
  const shown = rows.slice(0, limit)
  const items = await Promise.all(shown.map((row) => recoverySummary(db, regionCode, row)))
  return { items, next: rows.length > limit ? shown.at(-1)!.recoveryId : null, count, open }
}

async function recoverySummary(db: Db, regionCode: string, row: RecoveryRow): Promise<RecoverySummary> {
  const { name } = await getPerson(db, regionCode, row.personId)
  return {
    recoveryId: row.recoveryId,
    number: row.number,
    correctionId: row.correctionId,
    officeId: row.officeId,
    personId: row.personId,
    personName: name,
    amount: row.amount,
    received: row.received,
    writtenOff: row.writtenOff,
    open: formatYuan(openOf(row)),
    state: row.state,
    owner: row.ownerName,
    openedOn: row.openedOn,
    closedOn: row.closedOn,
    version: row.entries,
  }
}

/** A recovery with its ledger, and what of the agreed instalments is overdue on a day. */
export async function recoveryView(
  db: Db,
  regionCode: string,
  row: RecoveryRow,
  {
    userId,
    today,
    language,
  }: { readonly userId: string | null; readonly today: PlainDate; readonly language: Language },
): Promise<RecoveryView> {
  const entries = await entriesOfRecovery(db, regionCode, row.recoveryId)
  const agreedAt = entries.findLastIndex(({ kind }) => kind === 'instalments')
  const plan = entries[agreedAt]?.plan ?? []
  const since = entries
    .slice(agreedAt + 1)
    .reduce(
      (sum, { kind, amount }) => sum + (kind === 'received' || kind === 'offset' ? yuan(amount!) : 0),
      0,
    )
  const dueByNow = plan.reduce((sum, { day, amount }) => sum + (day < today ? yuan(amount) : 0), 0)
  const asked = row.state === 'open' ? askedToGiveUp(entries) : undefined
  const got = partsOf(row, ZERO_FEN, fen(yuan(row.received) + yuan(row.writtenOff)))
  return {
    ...(await recoverySummary(db, regionCode, row)),
    funds: PAYERS.flatMap((payer) => {
      const amount = row.payers[payer]
      if (amount === undefined) return []
      const open = yuan(amount) - (got[payer] === undefined ? 0 : yuan(got[payer]))
      return [{ payer, title: payerTitle(payer, language), amount, open: formatYuan(fen(open)) }]
    }),
    plan: plan.map(({ day, amount }) => ({ day, amount })),
    offset: await offsetsOf(db, regionCode, row, today),
    overdue: formatYuan(fen(row.state === 'open' ? Math.max(0, dueByNow - since) : 0)),
    writeOffAsked: asked
      ? { by: asked.byName, reason: asked.note ?? '', mayDecide: asked.byId !== userId }
      : null,
    entries: entries.map(({ seq, kind, day, amount, note, byName, at }) => ({
      seq,
      kind,
      day,
      amount,
      note,
      by: byName,
      at: at.toISOString(),
    })),
  }
}
