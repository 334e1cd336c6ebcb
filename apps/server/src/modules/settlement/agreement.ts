import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { HospitalFault } from '../hospital/index.ts'
import { agreementOn, type AgreementRow } from '../institutions/index.ts'
import type { Hospital } from '../organisations/index.ts'

export type Service = AgreementRow['services'][number]

const SERVICE: Readonly<Record<Service, string>> = {
  outpatient: '门诊',
  inpatient: '住院',
  chronic: '门诊慢特病',
  'chronic-identification': '慢特病鉴定',
  maternity: '生育',
  pharmacy: '药店购药',
}

/**
 * That an institution is designated for a service on a day, and networked; a refusal in one sentence else. Asked where care
 * begins: what began under an agreement is settled to its end. An institution of another place is its own centre's matter.
 * Read from memory, at most five seconds old.
 */
export async function mustServe(
  db: Db,
  regionCode: string,
  institution: Hospital,
  service: Service | undefined,
  day: PlainDate,
): Promise<void> {
  if (institution.regionCode !== regionCode) return
  const agreement = await agreementOn(db, regionCode, institution.hospitalCode, day)
  if (!agreement)
    throw new HospitalFault(
      `本机构 ${day} 没有生效的医保服务协议，不能联网办理。请按自费处理，并与经办机构核对协议期限。`,
    )
  const { number, services, network, networkedFrom } = agreement
  if (service !== undefined && !services.includes(service)) {
    const included = services.map((one) => SERVICE[one]).join('、')
    throw new HospitalFault(
      `本机构的医保服务协议（${number}）不含${SERVICE[service]}服务，只含${included}。请按自费处理，或与经办机构变更协议。`,
    )
  }
  if (network === 'none' || networkedFrom === null || networkedFrom > day)
    throw new HospitalFault(
      `本机构的医保服务协议（${number}）${networkedFrom === null ? '没有开通联网结算' : `自 ${networkedFrom} 起联网结算`}，不能办理 ${day} 的联网就医。请按自费处理。`,
    )
}
