import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Packs } from '../catalogue/index.ts'
import { hospitalByCode, InstitutionUnknown, type Hospital } from '../organisations/index.ts'
import { ChronicClassUnknown } from './chronic.problems.ts'
import {
  designatedFor,
  putDesignation,
  selectDesignations,
  type DesignationRow,
} from './designation.queries.ts'
import { anytimeClasses } from './rules.ts'

/** Which hospital may recognise which class at any time. */
export function designationsOf(db: Db, regionCode: string): Promise<DesignationRow[]> {
  return selectDesignations(db, regionCode)
}

/** The classes a hospital may recognise at once on a day. */
export function classesOf(db: Db, { regionCode, hospitalCode }: Hospital, day: PlainDate) {
  return designatedFor(db, regionCode, hospitalCode, day)
}

/** A hospital of the city and a class its document names, or a problem that says which is wrong. */
export async function mustFit(
  db: Db,
  packs: Packs,
  about: { readonly regionCode: string; readonly hospitalCode: string; readonly classId: string },
  today: PlainDate,
): Promise<Hospital> {
  const hospital = await hospitalByCode(db, about.hospitalCode)
  if (hospital?.regionCode !== about.regionCode) throw InstitutionUnknown()
  const classes = anytimeClasses(packs.current(about.regionCode), today)
  if (!classes.some(({ id }) => id === about.classId)) throw ChronicClassUnknown({ given: about.classId })
  return hospital
}

/** Names a hospital for a class from a day on, or says until when. Inside a transaction. */
export function designate(
  db: Db,
  regionCode: string,
  row: DesignationRow & { readonly by: string; readonly at: Date },
): Promise<void> {
  return putDesignation(db, regionCode, row)
}
