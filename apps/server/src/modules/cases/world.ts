import type { PlainDate } from '@yichuang/kernel'
import type { PaymentView, RatingView } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Pack } from '@yichuang/policy'
import type { Packs } from '../catalogue/index.ts'
import type { CaseRow } from './case-row.ts'
import type { CaseHandler, CaseRef } from './handler.ts'
import type { Relief } from './relief.ts'

/**
 * What the engine is given by the application around it: the packs, the items' own code, and the parts of a case page that
 * modules above this one own, so that the arrow between modules has one direction.
 */
export interface CaseWorld {
  readonly packs: Pick<Packs, 'current' | 'byHash' | 'served'> & {
    /** the pack under the relief measures for the county and the person of a case, where the application has any */
    readonly currentFor?: (
      about: Pick<CaseRow, 'regionCode' | 'officeId' | 'insurance' | 'personClass' | 'personId'> & {
        readonly today: PlainDate
      },
    ) => Promise<Pack>
  }
  /** by the name that items give as their `handler` */
  readonly handlers: Readonly<Record<string, CaseHandler>>
  readonly parts: {
    readonly payment?: (db: Db, row: CaseRow) => Promise<z.output<typeof PaymentView> | null>
    readonly relief?: Relief
    readonly rating?: (db: Db, ref: CaseRef) => Promise<z.output<typeof RatingView> | null>
  }
}

let world: CaseWorld | undefined

/** Joins the engine to the modules around it; `app.ts` calls it once, tests once per file. */
export function openCases(around: CaseWorld): void {
  world = around
}

export function around(): CaseWorld {
  if (!world) throw new Error('openCases was not called before the first case')
  return world
}
