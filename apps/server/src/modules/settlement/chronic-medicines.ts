import type { Messages } from '@yichuang/hsa'
import type { Db } from '../../platform/db.ts'
import { HospitalFault, query, type HospitalCall } from '../hospital/index.ts'
import { hospitalByCode } from '../organisations/index.ts'
import { CHRGITM_LV, CHRGITM_TYPE } from './codes.ts'
import type { ClassedLine, SentLine } from './fee-lines.ts'
import { CHRONIC } from './med-type.ts'
import { known, peopleOf, personIdOf } from './people.ts'
import { openStayOf } from './stay/stay.queries.ts'
import { visitsOfPerson } from './visit.queries.ts'
import { itemsByCode } from './world.ts'
import { linesOfMedType, type ChronicLines } from './year-told.queries.ts'

type Told = Messages['5205']['output']['feedetail'][number]

/** 目录类别: medicines */
const DRUGS = '101'

/**
 * 5205 人员慢特病用药记录查询: the medicines of a person's settled care of chronic diseases, newest first. Whoever treats
 * the person today is told of those of all institutions of the city, so that nothing is prescribed twice; else an
 * institution is told of its own.
 */
export const chronicMedicines = query('5205', async (db, call) => {
  const { regionCode, institution, input } = call
  const { psn_no, begntime, endtime } = input.data
  const personId = personIdOf(regionCode, psn_no)
  known(await peopleOf(db, regionCode, [personId]), personId)
  const from = moment(begntime, '00:00:00')
  const to = moment(endtime ?? call.today, '23:59:59')
  if (to < from) throw new HospitalFault('结束时间（endtime）早于开始时间（begntime）。请改正时间后重查。')
  const everywhere = await inCareHere(db, call, personId)
  const institutionCode = everywhere ? undefined : institution.hospitalCode
  const batches = await linesOfMedType(db, regionCode, personId, { medType: CHRONIC, institutionCode })
  const names = await namesOf(db, batches)
  const told: Told[] = []
  for (const batch of batches) {
    const codes = batch.sent.map(({ med_list_codg }) => med_list_codg)
    const items = await itemsByCode(db, regionCode, codes, batch.beganOn)
    for (const [at, line] of batch.sent.entries()) {
      const item = items.get(line.med_list_codg)
      const taken = moment(line.fee_ocur_time, '00:00:00')
      if (item?.kind !== 'drug' || taken < from || taken > to) continue
      const name = names.get(batch.institutionCode) ?? ''
      told.push(lineTold(line, batch.classed[at]!, { batch, psn_no, institution: name, item: item.name }))
    }
  }
  return { feedetail: told }
})

/** A day alone begins with its first second and ends with its last. */
const moment = (text: string, time: string) => (text.length > 10 ? text : `${text} ${time}`)

/** Registered at the institution today, or in its ward. */
async function inCareHere(db: Db, call: HospitalCall<'5205'>, personId: string): Promise<boolean> {
  const { regionCode, institution, today } = call
  const institutionCode = institution.hospitalCode
  const visits = await visitsOfPerson(db, regionCode, { personId, institutionCode, from: today, to: today })
  if (visits.some(({ cancelled }) => !cancelled)) return true
  return (await openStayOf(db, regionCode, personId))?.institutionCode === institutionCode
}

async function namesOf(db: Db, batches: readonly ChronicLines[]): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(batches.map(({ institutionCode }) => institutionCode))]
  const found = await Promise.all(codes.map((code) => hospitalByCode(db, code)))
  return new Map(codes.map((code, at) => [code, found[at]?.name ?? '']))
}

interface Around {
  readonly batch: ChronicLines
  readonly psn_no: string
  /** name of the institution */
  readonly institution: string
  /** name in the catalogue */
  readonly item: string
}

function lineTold(sent: SentLine, line: ClassedLine, { batch, psn_no, institution, item }: Around): Told {
  return {
    feedetl_sn: sent.feedetl_sn,
    ...(sent.rxno !== undefined && { rx_drord_no: sent.rxno }),
    fixmedins_code: batch.institutionCode,
    fixmedins_name: institution,
    psn_no,
    med_type: batch.medType,
    fee_ocur_time: sent.fee_ocur_time,
    cnt: sent.cnt,
    pric: sent.pric,
    chrgitm_lv: CHRGITM_LV[line.class],
    hilist_code: sent.med_list_codg,
    hilist_name: item,
    list_type: DRUGS,
    med_list_codg: sent.med_list_codg,
    medins_list_codg: sent.medins_list_codg,
    medins_list_name: item,
    med_chrgitm_type: CHRGITM_TYPE.drug,
    // The catalogue has no specifications; the national field demands the key.
    spec: '',
  }
}
