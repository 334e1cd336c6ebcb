import type { Agreement, DesignatedInstitution } from '@yichuang/contracts'
import { addDays, plainDate, type PlainDate } from '@yichuang/kernel'
import { isMissing, parameterOn, type Pack } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { citationOf } from '../catalogue/index.ts'
import { hospitalsOfRegion, listOffices, type Hospital } from '../organisations/index.ts'
import { agreementsOfHospital, agreementsOfRegion, type AgreementRow } from './agreement.queries.ts'
import { InstitutionNotFound } from './institutions.problems.ts'

const SOON_DAYS = 60

/** The institutions of a city, each with its agreement of a day. */
export async function directoryOn(
  db: Db,
  regionCode: string,
  on: PlainDate,
  only: { readonly territory?: string | undefined; readonly networked?: boolean } = {},
): Promise<DesignatedInstitution[]> {
  const [hospitals, agreements] = [
    await hospitalsOfRegion(db, regionCode),
    Map.groupBy(await agreementsOfRegion(db, regionCode), ({ hospitalCode }) => hospitalCode),
  ]
  return hospitals
    .filter(({ territory }) => only.territory === undefined || territory === only.territory)
    .map((hospital) => institutionOn(hospital, agreements.get(hospital.hospitalCode) ?? [], on))
    .filter((institution) => !only.networked || countsAsNetworked(institution, on))
}

/** One institution with all its agreements, newest first. Throws `institution-not-found`. */
export async function institutionWhole(db: Db, regionCode: string, hospitalCode: string, on: PlainDate) {
  const hospital = (await hospitalsOfRegion(db, regionCode)).find((one) => one.hospitalCode === hospitalCode)
  if (!hospital) throw InstitutionNotFound()
  const rows = await agreementsOfHospital(db, regionCode, hospitalCode)
  return { institution: institutionOn(hospital, rows, on), agreements: rows.map(agreementView) }
}

/**
 * Hospitals of each county that settle outpatient chronic diseases at once across the province, against what the city's
 * document wants. Counties are those in which the agency has an office.
 */
export async function coverageOn(db: Db, regionCode: string, on: PlainDate, pack: Pack, language: Language) {
  const target = targetOf(pack, on, language)
  const all = await directoryOn(db, regionCode, on)
  const offices = (await listOffices(db, regionCode)).filter(
    ({ level, active, territory }) => active && level === 'county' && territory !== null,
  )
  const counties = offices.map(({ territory, name }) => {
    const here = all.filter((institution) => institution.territory === territory)
    const networked = here.filter((institution) => countsAsNetworked(institution, on)).length
    return {
      territory,
      office: name,
      institutions: here.length,
      designated: here.filter(({ agreement }) => agreement !== null).length,
      networked,
      enough: target === null ? null : networked >= target.count,
    }
  })
  return { on, target, counties }
}

function targetOf(pack: Pack, on: PlainDate, language: Language) {
  const count = parameterOn(pack, 'institutions.networked-per-county', undefined, on)
  const by = parameterOn(pack, 'institutions.networked-by', undefined, on)
  if (isMissing(count) || isMissing(by)) return null
  return { count: Number(count.value), by: plainDate(by.value), citation: citationOf(count.source, language) }
}

/** 门诊慢性病省内联网定点医院: its agreement holds, has chronic outpatient care, and it is networked by then. */
function countsAsNetworked({ agreement }: DesignatedInstitution, on: PlainDate): boolean {
  return (
    agreement !== null &&
    agreement.services.includes('chronic') &&
    (agreement.network === 'province' || agreement.network === 'nation') &&
    agreement.networkedFrom !== null &&
    agreement.networkedFrom <= on
  )
}

function institutionOn(
  { hospitalCode, name, level, territory }: Hospital,
  rows: readonly AgreementRow[],
  on: PlainDate,
): DesignatedInstitution {
  const row = rows.find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn)
  const coming = rows.some(({ startsOn }) => startsOn > on)
  const without = coming ? 'coming' : rows.length > 0 ? 'ended' : 'none'
  const soon = row !== undefined && !coming && row.endsOn <= addDays(on, SOON_DAYS)
  return {
    hospitalCode,
    name,
    level,
    territory,
    agreement: row ? agreementView(row) : null,
    state: row === undefined ? without : soon ? 'ending-soon' : 'in-force',
  }
}

/** An agreement as others see it. */
export function agreementView({ startsOn, endsOn, ...rest }: AgreementRow): Agreement {
  const { agreementId, number, services, network, networkedFrom, depositShare } = rest
  const { endedReason, concludedBy, version } = rest
  const said = { agreementId, number, from: startsOn, until: endsOn, services, network, networkedFrom }
  return { ...said, depositShare, endedReason, concludedBy, version }
}
