import type { Message } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { MessageNotFound } from './letters.problems.ts'
import { messageWords } from './message-words.ts'
import { countUnread, markRead, selectMessages } from './message.queries.ts'

const PAGE = 20
const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Messages to a person from every place, newest first; `unread` is at most 100 for each place. */
export async function messagesOf(
  databases: ReadonlyMap<string, Db>,
  personId: string,
  { cursor = NEWEST, language }: { readonly cursor?: string | undefined; readonly language: Language },
): Promise<{ items: z.output<typeof Message>[]; next: string | null; unread: number }> {
  const pageOf = async (regionCode: string, db: Db) =>
    (await selectMessages(db, regionCode, personId, cursor, PAGE + 1)).map((row) => ({ ...row, regionCode }))
  const [pages, counts] = await Promise.all([
    Promise.all([...databases].map(([code, db]) => pageOf(code, db))),
    Promise.all([...databases].map(([code, db]) => countUnread(db, code, personId))),
  ])
  const found = pages.flat().sort((a, b) => (a.messageId < b.messageId ? 1 : -1))
  const items = found.slice(0, PAGE).map((row) => {
    const { title, text } = messageWords(row.kind, row.detail)
    return {
      messageId: row.messageId,
      regionCode: row.regionCode,
      // What these are about has a page of its own.
      caseId: /^(referral|chronic)-/.test(row.kind) ? null : row.caseId,
      kind: row.kind,
      title: title[language],
      text: text[language],
      at: row.at.toISOString(),
      day: row.day,
      readAt: row.readAt?.toISOString() ?? null,
    }
  })
  const next = found.length > PAGE ? (items.at(-1)?.messageId ?? null) : null
  return { items, next, unread: counts.reduce((sum, count) => sum + count, 0) }
}

/** Marks a message as read, in whichever place it lies. */
export async function readMessage(
  databases: ReadonlyMap<string, Db>,
  personId: string,
  messageId: string,
  at: Date,
): Promise<void> {
  for (const [code, db] of databases) if (await markRead(db, code, personId, messageId, at)) return
  throw MessageNotFound()
}
