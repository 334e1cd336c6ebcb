import type { StaffRole } from '@yichuang/contracts'
import type { Sentences } from '../platform/problem.ts'
import { cities, jining, type DemoCity, type DemoCounty } from './cities.ts'
import { demoHospitals } from './hospitals.ts'

/** A made-up member of staff. `at` is the code of the office. */
export interface DemoStaff {
  readonly login: string
  readonly name: string
  readonly role: StaffRole
  readonly at: string
  readonly city: DemoCity
  readonly who: Sentences
  /** the medical institution of somebody who works for one */
  readonly hospital?: string
}

const ROLES: Readonly<Record<StaffRole, Sentences>> = {
  clerk: { zh: '窗口经办', en: 'window clerk' },
  reviewer: { zh: '审核', en: 'reviewer' },
  approver: { zh: '审批', en: 'approver' },
  finance: { zh: '财务', en: 'finance' },
  supervisor: { zh: '督查', en: 'supervisor' },
  administrator: { zh: '系统管理', en: 'administrator' },
  auditor: { zh: '审计', en: 'auditor' },
  leader: { zh: '局领导', en: 'leader' },
  policy: { zh: '政策管理', en: 'policy officer' },
  hospital: { zh: '医院医保办', en: 'hospital’s insurance office' },
  expert: { zh: '鉴定专家', en: 'medical expert' },
}

/** Codes of a city's offices: the first of each territory, then townships from 101 and villages from 201. */
export const officeCode = {
  main: (territory: string) => `${territory}001`,
  township: (county: DemoCounty) => `${county.code}101`,
  village: (county: DemoCounty) => `${county.code}201`,
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  shaoxing: [
    '沈佳琪',
    '陆志远',
    '章敏',
    '傅晓东',
    '金立群',
    '蒋文慧',
    '裘国平',
    '俞海燕',
    '邵振华',
    '钟雪梅',
    '屠建明',
    '楼小芬',
    '骆建军',
    '何丽萍',
    '宣凯',
    '孟春燕',
    '袁浩',
    '斯琴',
    '竺庆华',
    '童雅琴',
    '阮思齐',
    '宣雅芳',
  ],
  jining: [
    '孔令敏',
    '颜廷伟',
    '岳晓琳',
    '孙传玺',
    '田文静',
    '仲伟强',
    '侯庆霞',
    '闫海涛',
    '褚秀云',
    '程守明',
    '宋雅楠',
    '冯玉亭',
    '班瑞雪',
    '薛长青',
    '董慧',
    '丁明亮',
    '马春梅',
    '郝思源',
    '鲁明远',
    '邵玉洁',
    '卞长河',
    '乔玉珍',
    '谭立新',
    '荀慧敏',
    '冉东升',
    '申凤霞',
    '晁建国',
  ],
}

/** Everybody who works in the demonstration: each role at the city, and clerks and reviewers below it. */
export const demoStaff: readonly DemoStaff[] = cities.flatMap(staffOf)

/**
 * People outside the agency. Only Jining has experts: of Shaoxing no document on chronic diseases is loaded. Two opinions and
 * a third, and as many fresh ones for an appeal, some of whom have a conflict of interest: five experts of three hospitals.
 */
function outside(city: DemoCity): { prefix: string; role: StaffRole; hospital: string }[] {
  const [first, second, third] = demoHospitals.filter(({ regionCode }) => regionCode === city.regionCode)
  const office = {
    prefix: `hospital.${city.login}`,
    role: 'hospital' as const,
    hospital: first!.hospitalCode,
  }
  if (city !== jining) return [office]
  const expert = (number: number, { hospitalCode }: { hospitalCode: string }) => ({
    prefix: `expert${number}.${city.login}`,
    role: 'expert' as const,
    hospital: hospitalCode,
  })
  return [
    office,
    expert(1, second!),
    expert(2, third!),
    expert(3, first!),
    expert(4, second!),
    expert(5, third!),
  ]
}

function staffOf(city: DemoCity): DemoStaff[] {
  const names = [...NAMES[city.login]!]
  const member = (prefix: string, role: StaffRole, at: string, place: Sentences): DemoStaff => ({
    login: prefix,
    name: names.shift()!,
    role,
    at,
    city,
    who: { zh: `${place.zh} · ${ROLES[role].zh}`, en: `${ROLES[role].en}, ${place.en}` },
  })
  const main = officeCode.main(city.regionCode)
  const cityPlace = { zh: city.office, en: `${city.name.en} city` }
  const atCity = (prefix: string, role: StaffRole) => member(`${prefix}.${city.login}`, role, main, cityPlace)
  const counties = city.counties.flatMap((county) => {
    const { login } = county
    if (login === undefined) return []
    const at = (prefix: string, role: StaffRole, code: string, zh: string, en: string) =>
      member(`${prefix}.${login}`, role, code, { zh, en })
    return [
      at('clerk', 'clerk', officeCode.main(county.code), county.office, `${login} county`),
      at('reviewer', 'reviewer', officeCode.main(county.code), county.office, `${login} county`),
      at(
        'township',
        'clerk',
        officeCode.township(county),
        `${county.name}演示街道便民服务中心`,
        `a township of ${login}`,
      ),
      at(
        'village',
        'clerk',
        officeCode.village(county),
        `${county.name}演示村服务点`,
        `a village of ${login}`,
      ),
    ]
  })
  return [
    atCity('clerk', 'clerk'),
    atCity('clerk2', 'clerk'),
    atCity('reviewer', 'reviewer'),
    atCity('reviewer2', 'reviewer'),
    atCity('approver', 'approver'),
    atCity('finance', 'finance'),
    atCity('supervisor', 'supervisor'),
    atCity('admin', 'administrator'),
    atCity('auditor', 'auditor'),
    ...counties,
    atCity('leader', 'leader'),
    atCity('policy', 'policy'),
    // Whoever wrote a draft does not publish it: there are two.
    atCity('policy2', 'policy'),
    ...outside(city).map(({ prefix, role, hospital: code }) => {
      const { name } = demoHospitals.find(({ hospitalCode }) => hospitalCode === code)!
      return { ...member(prefix, role, main, { zh: name, en: name }), hospital: code }
    }),
  ]
}
