import type { Db } from '../../platform/db.ts'
import { searchHospitals, type Hospital } from './hospital.queries.ts'

/** Designated institutions by code, or by a part of the name; at most twenty. */
export function lookUpHospitals(db: Db, text: string, regionCode?: string): Promise<Hospital[]> {
  return searchHospitals(db, text, regionCode)
}
