import { auditJson, clerkRows, type TraceStep } from '@yichuang/benefits'
import type { Workings } from '@yichuang/contracts'
import { createHash } from 'node:crypto'
import type { Language } from '../../platform/problem.ts'
import { localeOf } from '../catalogue/index.ts'

/** A trace as those who check it read it: a table, and the text that is stored with the decision and hashed. */
export function workingsOf(trace: TraceStep, language: Language): Workings {
  const audit = auditJson(trace)
  const rows = clerkRows(trace, localeOf(language)).map((row) => ({
    ...row,
    clauses: [...row.clauses],
    borrowedFrom: [...row.borrowedFrom],
  }))
  return { rows, audit, hash: createHash('sm3').update(audit, 'utf8').digest('hex') }
}
