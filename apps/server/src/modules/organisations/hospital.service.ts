import type { Db } from '../../platform/db.ts'
import { findHospital, searchHospitals, storeHospital, type Hospital } from './hospital.queries.ts'

const FRESH_MS = 5000
const MOST_KEPT = 10_000

// The list changes by the month and is asked at every claim. Another process sees a change within seconds.
const kept = new Map<string, { readonly hospital: Hospital | undefined; readonly readAt: number }>()

/** The designated institution with a code, unless it is closed. Read from memory, at most five seconds old. */
export async function hospitalByCode(db: Db, code: string): Promise<Hospital | undefined> {
  const known = kept.get(code)
  if (known && performance.now() - known.readAt < FRESH_MS) return known.hospital
  const hospital = await findHospital(db, code)
  if (kept.size >= MOST_KEPT) kept.clear()
  // What is not on the list may be put there this very moment.
  if (hospital) kept.set(code, { hospital, readAt: performance.now() })
  return hospital
}

/** Adds an institution to the list or replaces what is known of it. */
export async function saveHospital(db: Db, hospital: Hospital): Promise<void> {
  await storeHospital(db, hospital)
  kept.delete(hospital.hospitalCode)
}

/** Designated institutions by code, or by a part of the name; at most twenty. */
export function lookUpHospitals(db: Db, text: string, regionCode?: string): Promise<Hospital[]> {
  return searchHospitals(db, text, regionCode)
}
