import type { AuditEntry } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import {
  brokenLink,
  entriesByActor,
  entriesOfCase,
  entriesOfPerson,
  entriesOfRegion,
  entriesOfStream,
  type AuditRow,
  type TrailPlace,
} from '../audit/index.ts'
import { CaseNotFound, eventsByActor, readChain, type EventRow, type WholeCase } from '../cases/index.ts'

type Entry = z.output<typeof AuditEntry>
type Row = Pick<AuditRow, 'stream' | 'seq' | 'at' | 'actorId' | 'actorName' | 'act' | 'detail' | 'hash'>

/** Whose trail: a case with its events, a person, a member of staff (what they did, and what was done to them), or all. */
export interface TrailSubject {
  readonly regionCode: string
  readonly caseId?: string
  readonly personId?: string
  readonly userId?: string
}

/** A page of a trail, newest first, strictly before a place; one more than asked for tells that there is more. */
export async function trailOf(
  db: Db,
  { regionCode, caseId, personId, userId }: TrailSubject,
  before: TrailPlace,
  limit: number,
): Promise<Row[]> {
  if (caseId !== undefined) {
    const events = (await readChain(db, regionCode, caseId))?.events ?? []
    const entries = await entriesOfCase(db, regionCode, caseId, before, limit)
    return newestFirst([...events.map(rowOf), ...entries], before, limit)
  }
  if (personId !== undefined) return entriesOfPerson(db, regionCode, personId, before, limit)
  if (userId === undefined) return entriesOfRegion(db, regionCode, before, limit)
  const rows = await Promise.all([
    eventsByActor(db, regionCode, userId, before, limit).then((events) => events.map(rowOf)),
    entriesByActor(db, regionCode, userId, before, limit),
    entriesOfStream(db, regionCode, `staff:${userId}`, before, limit),
  ])
  return newestFirst(rows.flat(), before, limit)
}

export function shownEntry(
  { stream, seq, at, actorId, actorName, act, detail, hash }: Row,
  titleOf: (act: string) => string,
): Entry {
  return { stream, seq, at: at.toISOString(), actorId, actorName, act, title: titleOf(act), detail, hash }
}

/** Recomputes the chain of one case, and says in words whether it holds. Throws `CaseNotFound`. */
export async function verifyCase(
  db: Db,
  regionCode: string,
  caseId: string,
  language: Language,
): Promise<{ intact: boolean; checked: number; message: string }> {
  const chain = await readChain(db, regionCode, caseId)
  if (!chain) throw CaseNotFound()
  const broken = brokenLink(chain.end, chain.events.map(chainRow))
  const checked = chain.events.length
  if (!broken) {
    const message = {
      zh: `${checked} 条记录完整，没有被改动。`,
      en: `All ${checked} entries hold; nothing was changed.`,
    }
    return { intact: true, checked, message: message[language] }
  }
  const { seq } = broken
  const message = {
    changed: {
      zh: `第 ${seq} 条记录与它的校验值不符，内容被改动过。请保留现场并报告信息安全负责人。`,
      en: `Entry ${seq} does not fit its hash: it was changed. Keep everything as it is and tell whoever answers for security.`,
    },
    missing: {
      zh: `第 ${seq} 条记录缺失。请保留现场并报告信息安全负责人。`,
      en: `Entry ${seq} is missing. Keep everything as it is and tell whoever answers for security.`,
    },
    end: {
      zh: `从第 ${seq} 条起的记录不在办件登记的数目之内。请保留现场并报告信息安全负责人。`,
      en: `Entries from ${seq} on are more than the case has recorded. Keep everything as it is and tell whoever answers for security.`,
    },
  }[broken.why]
  return { intact: false, checked, message: message[language] }
}

/** An event as its hash covers it. */
export function chainRow({ hash, ...event }: EventRow) {
  const { regionCode, caseId, seq, at, day, act, side, actorId, actorName, version, detail } = event
  const content = { regionCode, caseId, seq, at, day, act, side, actorId, actorName, version, detail }
  return { seq, hash, content }
}

/** The chain of a case by name, for the walk over everything. */
export function caseChain({ regionCode, caseId, end, events }: WholeCase) {
  return { name: `${regionCode} case:${caseId}`, end, rows: events.map(chainRow) }
}

function rowOf({ caseId, seq, at, actorId, actorName, act, detail, hash }: EventRow): Row {
  return { stream: `case:${caseId}`, seq, at, actorId, actorName, act, detail: { ...detail }, hash }
}

function newestFirst(rows: readonly Row[], before: TrailPlace, limit: number): Row[] {
  const once = new Map(rows.map((row) => [`${row.stream} ${row.seq}`, row]))
  return [...once.values()]
    .filter((row) => compare(row, before) < 0)
    .sort((a, b) => compare(b, a))
    .slice(0, limit)
}

function compare(a: TrailPlace, b: TrailPlace): number {
  if (a.at.getTime() !== b.at.getTime()) return a.at.getTime() - b.at.getTime()
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1
  return a.seq - b.seq
}
