import { parsePlainDate } from '@yichuang/kernel'
import { defineProblem } from '../../platform/problem.ts'
import type { CaseRow } from './case-row.ts'
import type { ListPlace } from './list.queries.ts'

export type ListStart = ListPlace

export const CursorUnreadable = defineProblem({
  code: 'cursor-unreadable',
  status: 400,
  title: { zh: '翻页标记无效', en: 'The page mark cannot be read' },
  mend: {
    zh: '请从列表第一页重新开始；cursor 须原样使用上一页返回的 next。',
    en: 'Start again from the first page; send `next` of the page before, unchanged, as `cursor`.',
  },
})

/** Before every case of a list by day. */
export const FIRST_DAY: ListStart = { by: '0001-01-01', caseId: '00000000-0000-0000-0000-000000000000' }

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Where a list begins or continues. */
export function continued(cursor: string | undefined, start: ListStart): ListPlace {
  if (cursor === undefined) return start
  const [caseId = '', by] = Buffer.from(cursor, 'base64url').toString('utf8').split('\n')
  const readable = start.by === '' ? by?.includes('\0') === false : parsePlainDate(by ?? '') !== undefined
  if (!UUID.test(caseId) || by === undefined || !readable) throw CursorUnreadable()
  return { by, caseId }
}

/** One page of rows of which one more than the limit was asked for. */
export function pageOf(
  rows: readonly CaseRow[],
  limit: number,
  by: (row: CaseRow) => string,
): { readonly rows: readonly CaseRow[]; readonly next: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const next = last ? Buffer.from(`${last.caseId}\n${by(last)}`, 'utf8').toString('base64url') : null
  return { rows: rows.slice(0, limit), next }
}
