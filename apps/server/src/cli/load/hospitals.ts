import { faulty, parseRegion, parsed } from '@yichuang/kernel'
import { findHospital, saveHospital } from '../../modules/organisations/index.ts'
import { checked, code, optional, text, word } from './readers.ts'
import { once, type Kind } from './kind.ts'

const columns = {
  hospitalCode: code(['医疗机构代码', 'hospital_code', '定点医疗机构代码', '机构代码'], 'H33060200001', {
    shape: /^[A-Z]\d{11}$/,
    zh: '一个大写字母和 11 位数字的定点医疗机构代码',
    en: 'a capital letter and 11 digits',
  }),
  name: text(['医疗机构名称', 'name', '定点医疗机构名称', '机构名称'], '绍兴市人民医院', 120),
  level: word(['级别', 'level', '医院级别', '医院等级'], '三级', {
    primary: ['一级', '一级及以下', '未定级'],
    secondary: ['二级'],
    tertiary: ['三级'],
  }),
  territory: checked(['行政区划', 'territory', '所在区划'], '330602', regionOf),
  regionCode: optional(checked(['统筹区', 'region', '所在城市'], '330600', regionOf)),
}

/** Designated medical institutions, also those of other cities: people are treated there too. */
export const hospitals: Kind<typeof columns> = {
  columns,
  check(item, complain, seen) {
    once(seen('hospital'), item.values.hospitalCode, item, (...words) => complain('hospitalCode', ...words))
  },
  async store(db, items, { regionCode }) {
    let [added, changed] = [0, 0]
    for (const { values } of items) {
      const hospital = { ...values, regionCode: values.regionCode ?? regionCode }
      const before = await findHospital(db, hospital.hospitalCode)
      if (
        before &&
        Object.entries(hospital).every(([key, value]) => before[key as keyof typeof before] === value)
      )
        continue
      await saveHospital(db, hospital)
      if (before) changed += 1
      else added += 1
    }
    return { added, changed }
  },
}

function regionOf(given: string) {
  const read = parseRegion(given)
  return read.ok
    ? parsed<string>(read.value.code)
    : faulty(read.fault.code, read.fault.sentences['zh-CN'], read.fault.sentences.en)
}
