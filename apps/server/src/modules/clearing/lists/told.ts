import type { Messages } from '@yichuang/hsa'
import { ageOn, fen } from '@yichuang/kernel'
import type { FieldCipher } from '../../../platform/crypto.ts'
import type { PersonInCare } from '../../insured/index.ts'
import type { Hospital } from '../../organisations/index.ts'
import { INSUTYPE, type SettlementRow } from '../../settlement/index.ts'
import { CONTENT, type ListRow } from './list.queries.ts'
import type { ListContent } from './list.service.ts'

type Told = Messages['4103']['output']

/** What a list belongs to. */
export interface About {
  readonly settlement: SettlementRow
  readonly person: PersonInCare
  readonly institution: Hospital
  readonly psnNo: string
}

/**
 * What 4103 answers: the list as it was sent, with the money of its settlement. What nobody sent and the centre does not keep
 * (nationality group, agency's clerk, points of groups) is left out.
 */
export function listTold(cipher: FieldCipher, row: ListRow, about: About): Told {
  const content = contentOf(cipher, row)
  const { settlement, person, institution, psnNo } = about
  const keys = { setl_id: row.settlementId, mdtrt_id: row.visitId, psn_no: psnNo }
  const { amounts } = settlement
  const numbered = (rows: readonly object[], name: string) =>
    rows.map((one, at) => ({
      ...one,
      ...keys,
      [name]: `${row.listNumber}${String(at + 1).padStart(3, '0')}`,
    }))
  const told = {
    setlinfo: {
      ...content.setlinfo,
      ...keys,
      setl_list_sn: row.listNumber,
      fixmedins_code: institution.hospitalCode,
      fixmedins_name: institution.name,
      psn_name: person.name,
      gend: person.sex === 'male' ? '1' : '2',
      brdy: person.birth,
      age: String(ageOn(person.birth, settlement.settledOn)),
      patn_cert_type: '01',
      certno: person.idNumber(),
      insutype: INSUTYPE[settlement.insurance],
      psn_ownpay: amounts.fulamt_ownpay_amt,
      psn_selfpay: fen(amounts.psn_part_amt - amounts.fulamt_ownpay_amt),
      acct_pay: amounts.acct_pay,
      psn_cashpay: amounts.psn_cash_pay,
      stas_type: row.state,
      ...(row.reason !== null && { chk_cont: row.reason }),
    },
    payinfo: content.payinfo.map((one) => ({ ...one, ...keys, poolarea_fund_pay_type: one.fund_pay_type })),
    opspdiseinfo: numbered(content.opspdiseinfo, 'setl_list_opsp_trt_id'),
    diseinfo: numbered(content.diseinfo, 'setl_list_diag_id'),
    iteminfo: [],
    oprninfo: numbered(content.oprninfo, 'setl_list_oprn_id'),
    icuinfo: numbered(content.icuinfo, 'setl_list_scs_cutd_id'),
    drgAppyinfo: [],
    bldinfo: numbered(content.bldinfo, 'setl_List_bld_Id'),
  }
  return told as unknown as Told
}

/** A list as it was sent. */
export function contentOf(cipher: FieldCipher, { contentEnc }: Pick<ListRow, 'contentEnc'>): ListContent {
  return JSON.parse(cipher.decrypt(contentEnc, CONTENT)) as ListContent
}
