import { PAYERS } from '@yichuang/benefits'
import type { RecoveryView } from '@yichuang/contracts'
import { fen, formatYuan, lesser, yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { lockDue, openDuesOf, reduceDue } from '../payments/index.ts'
import { RecoveryAmount, RecoveryOffsetNotYet } from './corrections.problems.ts'
import { around } from './corrections-world.ts'
import { openOf, type RecoveryRow } from './recovery.queries.ts'

/** 经办条例 art. 46: benefits paid too much come back at once, by instalments, or are set off. */
const REGULATION = 'agency-regulation-2023'
const CLAUSE = '第四十六条'

/** The clause by which a recovery may be set off on a day; undefined before it is in force. */
function clauseOn(regionCode: string, day: PlainDate): string | undefined {
  const document = around().packs.current(regionCode).documents.get(REGULATION)
  return document && document.inForce !== null && document.inForce <= day
    ? `${document.citation}${CLAUSE}`
    : undefined
}

/** What a recovery can be set off against today, and by which clause. One statement. */
export async function offsetsOf(
  db: Db,
  regionCode: string,
  { personId, state }: RecoveryRow,
  today: PlainDate,
): Promise<RecoveryView['offset']> {
  const dues = state === 'open' ? await openDuesOf(db, regionCode, personId) : []
  return {
    clause: clauseOn(regionCode, today) ?? null,
    dues: dues.map(({ dueId, number, amount }) => ({ dueId, number, amount })),
  }
}

/**
 * Keeps part of what is due to a person for what the person owes (抵扣): the due becomes that much less, and is over when
 * nothing is left of it. Funds settle among themselves whose money it is. In a transaction that holds the recovery.
 */
export async function setOff(
  db: Db,
  regionCode: string,
  row: RecoveryRow,
  { dueId, amount: text }: { readonly dueId: string; readonly amount: string },
  today: PlainDate,
): Promise<{ readonly amount: Fen; readonly number: string }> {
  if (clauseOn(regionCode, today) === undefined) throw RecoveryOffsetNotYet()
  const due = await lockDue(db, regionCode, dueId)
  const amount = yuan(text)
  const refuse = (zh: string, en: string) => RecoveryAmount({ why: { zh, en } })
  if (!due || due.personId !== row.personId || (due.state !== 'waiting' && due.state !== 'no-account'))
    throw refuse(
      '没有这笔待拨付的款项，或它已列入拨付批次。请刷新后重新选择。',
      'There is no such payment waiting, or it is in a run already. Reload and choose again.',
    )
  const most = lesser(openOf(row), yuan(due.amount))
  if (amount === 0 || amount > most)
    throw refuse(
      `抵扣金额应大于 0，不超过尚未追回的和待拨付的金额中较小的 ${formatYuan(most)} 元。`,
      `Set off more than nothing, and at most ${formatYuan(most)} yuan: the smaller of what is open and what is due.`,
    )
  await reduceDue(db, regionCode, dueId, formatYuan(fen(yuan(due.amount) - amount)), less(due.payers, amount))
  return { amount, number: due.number }
}

/** What is left of each fund's part, taken in the order of the national interface. */
function less(payers: Readonly<Record<string, string>>, amount: Fen): Record<string, string> {
  const left: Record<string, string> = {}
  let taken = amount
  for (const payer of PAYERS) {
    const part = payers[payer]
    if (part === undefined) continue
    const off = lesser(taken, yuan(part))
    taken = fen(taken - off)
    if (yuan(part) > off) left[payer] = formatYuan(fen(yuan(part) - off))
  }
  return left
}
