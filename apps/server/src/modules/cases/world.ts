import type { Person, PaymentView, RatingView } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Pack } from '@yichuang/policy'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { CaseFacts, CaseHandler, CaseRef } from './handler.ts'

type Maybe<T> = T | Promise<T>

/** What the engine has to know of an office. */
export interface CaseOffice {
  readonly officeId: string
  readonly regionCode: string
  /** nine digits; case numbers begin with it */
  readonly code: string
  readonly name: string
  readonly opens: string | null
  readonly closes: string | null
  readonly phone: string | null
}

/**
 * What the engine asks of the modules around it. `app.ts` hands in the real ones by `openCases`; parts of the page that
 * modules above this one own (payment, rating) come the same way, so that the arrow between modules has one direction.
 */
export interface CaseWorld {
  readonly packs: {
    current(regionCode: string): Maybe<Pack>
    byHash(packId: string, hash: string): Maybe<Pack>
  }
  readonly organisations: {
    getOffice(db: Db, officeId: string): Maybe<CaseOffice>
    /** the office itself and every one below it */
    officesBelow(officeId: string): Maybe<readonly string[]>
    officeForApplication(regionCode: string): Maybe<CaseOffice>
    dutyOwner(officeId: string): Maybe<{ readonly userId: string; readonly name: string } | undefined>
    /** an active member of staff who has a role at the office, by id */
    colleague(
      db: Db,
      officeId: string,
      userId: string,
    ): Maybe<{ readonly userId: string; readonly name: string } | undefined>
  }
  readonly insured: {
    getPerson(db: Db, regionCode: string, personId: string): Maybe<Person>
    enrolmentOn(
      db: Db,
      regionCode: string,
      personId: string,
      day: PlainDate,
    ): Maybe<Pick<CaseFacts, 'insurance' | 'personClass'> | undefined>
    mayActFor(
      db: Db,
      regionCode: string,
      agentId: string,
      principalId: string,
      day: PlainDate,
    ): Maybe<boolean>
    /** everybody a person holds a mandate of, with the place it was recorded in */
    principalsOf(
      db: Db,
      agentId: string,
      day: PlainDate,
    ): Maybe<readonly { readonly personId: string; readonly regionCode: string }[]>
    personsRegions(db: Db, personId: string): Maybe<readonly string[]>
  }
  readonly databaseOf: (regionCode: string) => Db
  /** by the name that items give as their `handler` */
  readonly handlers: Readonly<Record<string, CaseHandler>>
  readonly parts: {
    readonly payment?: (db: Db, ref: CaseRef) => Promise<z.output<typeof PaymentView> | null>
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
