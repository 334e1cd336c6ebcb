import { putFeeItem } from '../../modules/catalogue/index.ts'
import { amount, code, day, optional, share, text, word } from './readers.ts'
import { once, type Kind } from './kind.ts'

const columns = {
  code: code(['医保编码', 'code', '项目编码', '医保目录编码'], 'XC09CAX067A001010101234', {
    shape: /^[A-Za-z0-9._-]{1,60}$/,
    zh: '字母和数字组成、不超过 60 位的编码',
    en: 'a code of at most 60 letters and digits',
  }),
  name: text(['项目名称', 'name', '名称'], '缬沙坦胶囊', 120),
  kind: word(['项目类别', 'kind', '类别'], '药品', {
    drug: ['药品', '西药', '中成药', '中药饮片'],
    service: ['诊疗项目', '医疗服务', '医疗服务项目', '服务设施'],
    supply: ['医用耗材', '耗材', '材料'],
  }),
  class: word(['甲乙类', 'class', '医保等级', '收费项目等级'], '乙类', {
    A: ['甲类', '甲'],
    B: ['乙类', '乙'],
    C: ['丙类', '丙', '自费'],
  }),
  selfPayRatio: share(['先行自付比例', 'self_pay_ratio', '自付比例'], '0.1'),
  unit: optional(text(['计价单位', 'unit', '单位'], '盒', 20)),
  ceilingPrice: optional(amount(['支付上限', 'ceiling_price', '最高限价', '支付标准'], '128.50')),
  validFrom: day(['生效日期', 'valid_from', '开始日期'], '2020-01-01'),
  source: text(['来源', 'source', '文件依据'], '医保发〔2020〕53号', 200),
}

/** The fee catalogue of a place: an entry holds from its first day until one of the same code begins later. */
export const feeCatalogue: Kind<typeof columns> = {
  columns,
  batch: 1000,
  check(item, complain, seen) {
    const { values } = item
    once(seen('entry'), `${values.code} ${values.validFrom}`, item, (...words) => complain('code', ...words))
    if (values.class === 'A' && values.selfPayRatio !== '0')
      complain(
        'selfPayRatio',
        'share-of-class-a',
        '只有乙类计先行自付，甲类应为 0。请核对类别和比例。',
        'only class B has a share that is paid first; for class A it must be 0. Check class and share.',
      )
  },
  async store(db, items, { regionCode }) {
    const written = await Promise.all(
      items.map(({ values: { validFrom, unit = null, ceilingPrice = null, ...item } }) =>
        putFeeItem(db, regionCode, validFrom, { ...item, unit, ceilingPrice }),
      ),
    )
    return { written: written.reduce((sum, count) => sum + count, 0) }
  },
}
