import { readReply } from '@yichuang/hsa'
import { makeResidentId, plainDate } from '@yichuang/kernel'

import type { PersonCaller } from '../../../platform/http/caller.ts'
import { createLog } from '../../../platform/log.ts'
import { putFeeItem } from '../../catalogue/index.ts'
import { openHospital, type Afar, type FrontDoor } from '../../hospital/index.ts'
import { saveHospital, type Hospital } from '../../organisations/index.ts'
import { openSettlement, psnNo, settlementHandlers } from '../../settlement/index.ts'
import { agreed, feeLines, finding, registration, settling } from '../../settlement/test/clinic.ts'
import type { openMeasuredTown } from './measured-town.ts'

const HERE = 'H33060200001'
const ELSEWHERE = 'H37080200001'
const TOTAL = '1500.00'
/** what payers paid, in yuan, by their names in the interface */
export type Paid = Readonly<Record<'hifp_pay' | 'hifob_pay' | 'psn_cash_pay', number>>

/** The hub as this centre sees it: it brings messages of institutions elsewhere, and takes none away here. */
function hubOf(regionCode: string, remote: Hospital): Afar {
  const nothing = () => Promise.reject(new Error('Nothing is sent elsewhere here'))
  return {
    insures: (city) => city === regionCode,
    institution: () => Promise.resolve(remote),
    admit: nothing,
    forward: nothing,
    settledHere: nothing,
  }
}

/** Settlements at the bedside of a measured town, at its own hospital or, through the hub, at one of another city. */
export async function openBedside(town: Awaited<ReturnType<typeof openMeasuredTown>>) {
  const { test, db, regionCode, packs, clock } = town
  openSettlement({ packs })
  await agreed(db, HERE)
  const remote = {
    hospitalCode: ELSEWHERE,
    regionCode: '370800',
    territory: '370811',
    name: '外地医院',
    level: 'tertiary',
  } as const
  await saveHospital(db, remote)
  const drug = { code: 'A1', name: '测试药品', kind: 'drug', class: 'A', selfPayRatio: '0' } as const
  await putFeeItem(db, regionCode, '2019-01-01', { ...drug, unit: '盒', ceilingPrice: null, source: '测试' })
  const hospital = openHospital({
    database: test.database,
    clock,
    log: createLog('silent'),
    front: {} as FrontDoor,
    handlers: settlementHandlers,
    afar: hubOf(regionCode, remote),
  })
  let number = 0
  const ask = async (infno: string, input: object, institution: string) => {
    number += 1
    const msgid = `${institution}20200101100000${String(number).padStart(4, '0')}`
    const text = JSON.stringify({
      infno,
      msgid,
      mdtrtarea_admvs: institution === HERE ? regionCode : '370800',
      insuplc_admdvs: regionCode,
      recer_sys_code: 'FSI_LOCAL',
      infver: 'V1.0',
      opter_type: '1',
      opter: 'op1',
      opter_name: '收费员',
      inf_time: '2020-01-01 10:00:00',
      fixmedins_code: institution,
      fixmedins_name: '医院',
      sign_no: '',
      input,
    })
    // What comes from elsewhere is brought by the hub, which speaks for many.
    const reply = await hospital.dispatch({ text, institution: institution === HERE ? HERE : undefined })
    const read = readReply(reply.text)
    if (!read.ok || !read.value.accepted) throw new Error(`${infno}: ${reply.text}`)
    return read.value.output as { data: { mdtrt_id: string }; setlinfo: Paid }
  }

  return {
    hospital: HERE,
    /** what the fund pays for care of a day, in yuan */
    async settle(who: PersonCaller, day: string, where: 'here' | 'elsewhere'): Promise<string> {
      return (await this.payers(who, day, where)).hifp_pay.toFixed(2)
    },
    /** what everybody pays for care of a day */
    async payers(who: PersonCaller, day: string, where: 'here' | 'elsewhere'): Promise<Paid> {
      const institution = where === 'here' ? HERE : ELSEWHERE
      // As `insuredPerson` makes them: told apart by the number in their name.
      const sequence = Number(/\d+$/.exec(who.name)![0])
      const idNumber = makeResidentId({ region: '330602', birth: plainDate('1970-01-01'), sequence })
      const person = { personId: who.personId, idNumber, psnNo: psnNo(regionCode, who.personId) }
      const begntime = `${day} 09:30:00`
      const { data } = await ask('2201', registration(person, { begntime }), institution)
      await ask('2203', finding(person, data.mdtrt_id, { begntime }), institution)
      const line = { sn: '1', code: 'A1', cnt: '1', pric: TOTAL, amount: TOTAL }
      await ask('2204', feeLines(person, data.mdtrt_id, 'B1', [line]), institution)
      const { setlinfo } = await ask('2207', settling(person, data.mdtrt_id, 'B1', TOTAL), institution)
      return setlinfo
    },
    /** the measures settlements carry the mark of */
    async marked(): Promise<string[]> {
      const rows = await test.sql<{ id: string }>(
        `select distinct split_part(measure_id, '.', 2) as id from measures.mark where subject = 'settlement' order by 1`,
      )
      return rows.map((row) => row.id)
    },
  }
}
