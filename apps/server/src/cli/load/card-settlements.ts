import { billIdentity, parseBillField } from '@yichuang/kernel'
import { noteCardSettlement } from '../../modules/claims/index.ts'
import { checked, code, day, text } from './readers.ts'
import { once, type Kind } from './kind.ts'

const columns = {
  code: checked<string>(['票据代码', 'bill_code'], '33060120', (given) => parseBillField('code', given)),
  number: checked<string>(['票据号码', 'bill_number'], '0012345678', (given) =>
    parseBillField('number', given),
  ),
  settlementId: code(['结算号', 'settlement_id', '结算流水号', '结算ID'], '33060020200131000123', {
    shape: /^[A-Za-z0-9_-]{1,60}$/,
    zh: '字母和数字组成、不超过 60 位的结算号',
    en: 'an id of at most 60 letters and digits',
  }),
  hospitalName: text(['医疗机构名称', 'hospital_name', '医院名称'], '绍兴市人民医院', 120),
  settledOn: day(['结算日期', 'settled_on'], '2020-01-31'),
}

/** Bills that were settled by card at the hospital, so that nobody can claim them again. A bill noted before stays as it is. */
export const cardSettlements: Kind<typeof columns> = {
  columns,
  batch: 1000,
  check(item, complain, seen) {
    const { code: billCode, number } = item.values
    once(seen('bill'), `${billIdentity(billCode)} ${billIdentity(number)}`, item, (...words) =>
      complain('number', ...words),
    )
  },
  async store(db, items, { regionCode }) {
    const written = await Promise.all(
      items.map(({ values }) => noteCardSettlement(db, { ...values, regionCode })),
    )
    return { added: written.reduce((sum, count) => sum + count, 0) }
  },
}
