import { HospitalFault, type HospitalCall } from '../hospital/index.ts'
import { personIdOf } from './people.ts'
import type { VisitRow } from './visit.queries.ts'

/** The result, or the refusal itself: in a batch one message's refusal is not another's. */
export function orFault<T>(work: () => T): T | HospitalFault {
  try {
    return work()
  } catch (error) {
    if (error instanceof HospitalFault) return error
    throw error
  }
}

/** The same of what is still to come. */
export async function orFaultLater<T>(work: Promise<T>): Promise<T | HospitalFault> {
  try {
    return await work
  } catch (error) {
    if (error instanceof HospitalFault) return error
    throw error
  }
}

/** A visit that a message may go on with: of its institution and its person, and not cancelled. */
export function ownVisit(
  visits: ReadonlyMap<string, VisitRow>,
  { regionCode, institution }: Pick<HospitalCall, 'regionCode' | 'institution'>,
  visitId: string,
  psnNo: string,
  care: 'ambulatory' | 'inpatient' | 'any' = 'ambulatory',
): VisitRow {
  const visit = visits.get(visitId)
  // Whether another institution has a visit of this number is nobody else's business.
  if (!visit || visit.institutionCode !== institution.hospitalCode)
    throw new HospitalFault('就诊ID（mdtrt_id）在本机构不存在。请使用本机构挂号（2201）返回的就诊ID。')
  if (visit.personId !== personIdOf(regionCode, psnNo))
    throw new HospitalFault('就诊ID（mdtrt_id）不是该人员（psn_no）的就诊。请核对人员编号。')
  if (care !== 'any' && (visit.kind === 'inpatient') !== (care === 'inpatient'))
    throw new HospitalFault(
      care === 'inpatient'
        ? '就诊ID（mdtrt_id）是门诊就诊。住院交易请使用入院办理（2401）返回的就诊ID。'
        : '就诊ID（mdtrt_id）是住院就诊。住院费用请使用 2301 上传、2303/2304 结算。',
    )
  if (visit.cancelled) throw new HospitalFault('该次就诊的挂号已经撤销。请重新挂号（2201）。')
  return visit
}
