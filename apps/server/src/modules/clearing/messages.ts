import type { PlainDate } from '@yichuang/kernel'
import { booking, HospitalFault, type AnyHandler, type HospitalCall } from '../hospital/index.ts'
import type { ApplicationRow } from './application-row.ts'
import { applicationIdOf } from './application.queries.ts'
import { apply, BY_ITEM, withdraw, type NotPossible } from './apply.service.ts'
import type { ClearingWorld, Hand } from './world.ts'

const YEAR_MONTH = /^(\d{4})-?(0[1-9]|1[0-2])$/
/** 清算方式 as the lists of several provinces write “by item”; the field may be missing. */
const WAYS = new Set([BY_ITEM, `0${BY_ITEM}`])

/** 3203 清算申请, 3204 清算申请撤销 */
export function clearingHandlers(world: ClearingWorld): readonly AnyHandler[] {
  return [
    booking({
      infno: '3203',
      async handle(db, call) {
        const { data } = call.input
        const month = YEAR_MONTH.exec(data.setlym)
        if (!month || data.begndate.slice(0, 7) !== `${month[1]}-${month[2]}`)
          throw new HospitalFault(
            `清算年月（setlym）“${data.setlym}”应为六位年月（如 202010），开始日期（begndate）应在该月之内。`,
          )
        if (data.clr_way !== undefined && !WAYS.has(data.clr_way))
          throw new HospitalFault(
            `清算方式（clr_way）${data.clr_way} 与结算不符：本中心的结算均按项目清算，请填 ${BY_ITEM} 或不填。`,
          )
        const claimed = {
          people: data.psntime,
          medical: data.medfee_sumamt,
          recognised: data.med_sumfee,
          fund: data.fund_appy_sum,
          account: data.acct_pay,
          cash: data.cash_payamt,
        }
        const asked = { ...rangeOf(data), institution: call.institution, clrType: data.clr_type }
        const row = done(await apply(db, world, asked, handOf(call), claimed))
        return { result: { clr_appy_evt_id: row.number } }
      },
    }),
    booking({
      infno: '3204',
      async handle(db, call) {
        const { regionCode, institution, input } = call
        const number = input.data.clr_appy_evt_id
        const found = await applicationIdOf(db, regionCode, number, institution.hospitalCode)
        if (!found)
          throw new HospitalFault(
            `机构清算申请事件ID（clr_appy_evt_id）${number} 在本机构不存在。请使用 3203 返回的ID。`,
          )
        done(await withdraw(db, regionCode, found.applicationId, handOf(call)))
        return null
      },
    }),
  ]
}

const rangeOf = ({ begndate, enddate }: { begndate: PlainDate; enddate: PlainDate }) => ({
  from: begndate,
  to: enddate,
})

/** An institution's system acts as the institution; the operator it names is nobody we know. */
function handOf({ institution, now, today }: Pick<HospitalCall, 'institution' | 'now' | 'today'>): Hand {
  return { actor: { id: null, name: institution.name, side: 'system' }, at: now, today }
}

function done(result: ApplicationRow | NotPossible): ApplicationRow {
  if ('why' in result) throw new HospitalFault(result.why.zh)
  return result
}
