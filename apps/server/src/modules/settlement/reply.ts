import { PAYERS } from '@yichuang/benefits'
import { chinaDateTime } from '@yichuang/hsa'
import { ageOn, fen, ZERO_FEN, type Fen } from '@yichuang/kernel'
import type { PersonInCare } from '../insured/index.ts'
import { ACCOUNT_TYPE, FUND_TYPE, gendOf, IDENTITY_CARD, INSUTYPE, PSN_TYPE } from './codes.ts'
import type { Settled, SetlDetail, SetlInfo } from './messages.ts'
import { psnNo } from './person-number.ts'
import { AMOUNTS, type SettledAmounts, type SettlementRow } from './settlement.queries.ts'
import type { WorkedOut } from './work-out.ts'

type Row = Omit<SettlementRow, 'cancelledBy' | 'workings'>
type Told = Pick<WorkedOut, 'limit' | 'share' | 'borrowedFrom' | 'balance'>

/** What 2206 and 2207 answer. A trial run has no id of a settlement and no time. */
export function settledReply(
  regionCode: string,
  row: Row,
  person: PersonInCare,
  told: Told,
): Settled & { readonly setlinfo: Required<Pick<SetlInfo, 'age' | 'insutype'>> } {
  return {
    setlinfo: { ...identityOf(regionCode, row, person), ...moneyOf(row, told) },
    setldetail: detailsOf(row, told),
  }
}

/** Who was settled, without money. */
export function identityOf(regionCode: string, row: Row, person: PersonInCare) {
  return {
    mdtrt_id: row.visitId,
    setl_id: row.settlementId,
    psn_no: psnNo(regionCode, row.personId),
    psn_name: person.name,
    psn_cert_type: IDENTITY_CARD,
    certno: person.idNumber(),
    gend: gendOf(person.sex),
    brdy: person.birth,
    age: String(ageOn(person.birth, row.settledOn)) as SetlInfo['pool_prop_selfpay'],
    insutype: INSUTYPE[row.insurance],
    psn_type: PSN_TYPE[row.personClass],
    cvlserv_flag: '0',
    setl_time: chinaDateTime(row.settledAt) as SetlInfo['setl_time'],
    mdtrt_cert_type: row.voucherKind,
    med_type: row.medType,
    medins_setl_id: row.msgid,
    clr_optins: regionCode,
    clr_way: '1',
    clr_type: row.clrType,
  }
}

function moneyOf({ amounts }: Row, { share, balance }: Told) {
  return {
    ...Object.fromEntries(AMOUNTS.map((name) => [name, amounts[name]])),
    pool_prop_selfpay: share,
    hosp_part_amt: ZERO_FEN,
    balc: balance,
    hifdm_pay: ZERO_FEN,
  } as SettledAmounts & Pick<SetlInfo, 'pool_prop_selfpay' | 'hosp_part_amt' | 'balc' | 'hifdm_pay'>
}

/** One row for each fund that paid, and the account as one of them: together all but the person's cash (A6). */
export function detailsOf(
  { amounts, insurance }: Pick<Row, 'amounts' | 'insurance'>,
  { limit, borrowedFrom }: Pick<Told, 'limit' | 'borrowedFrom'>,
): SetlDetail[] {
  const rows = PAYERS.filter((payer) => payer === 'hifp_pay' || amounts[payer] !== 0).map((payer) =>
    row(FUND_TYPE[payer][insurance], amounts[payer], payer === 'hifp_pay' ? limit : amounts[payer]),
  )
  if (amounts.acct_pay !== 0) rows.push(row(ACCOUNT_TYPE, amounts.acct_pay, amounts.acct_pay))
  return rows

  function row([code, name]: readonly [string, string], paid: Fen, most: Fen): SetlDetail {
    return {
      fund_pay_type: code,
      inscp_scp_amt: amounts.inscp_scp_amt,
      crt_payb_lmt_amt: most,
      fund_payamt: paid,
      fund_pay_type_name: name,
      ...(borrowedFrom !== undefined && {
        setl_proc_info: `演示：本地规则尚未加载，借用${borrowedFrom}的数额，不是本地规定`,
      }),
    }
  }
}

/** The amounts of a cancellation: every one the other way round (A10). */
export function negative(amounts: SettledAmounts): SettledAmounts {
  const turned = AMOUNTS.map((name) => [name, fen(0 - amounts[name])])
  return Object.fromEntries(turned) as SettledAmounts
}
