import type { Sentences } from '../platform/problem.ts'

/** A county, county-level city or district (GB/T 2260, 2019-04) with the number people call, where a document gives one. */
export interface DemoCounty {
  readonly code: string
  readonly name: string
  readonly office: string
  readonly phone: string | null
  /** short name in logins, only where the demo has staff there */
  readonly login?: string
}

/** One of the two cities of the demonstration. */
export interface DemoCity {
  readonly regionCode: string
  readonly name: Sentences
  /** ends the logins of its staff */
  readonly login: string
  readonly office: string
  readonly phone: string | null
  readonly counties: readonly DemoCounty[]
}

// Names and numbers of the Shaoxing offices are those of 绍市医保〔2020〕9号, annex. Jining's document gives no numbers.
export const shaoxing: DemoCity = {
  regionCode: '330600',
  name: { zh: '绍兴', en: 'Shaoxing' },
  login: 'shaoxing',
  office: '绍兴市医保中心',
  phone: '89115826',
  counties: [
    { code: '330602', name: '越城区', office: '越城区医保中心', phone: '89102755', login: 'yuecheng' },
    { code: '330603', name: '柯桥区', office: '柯桥区医保中心', phone: '81110613' },
    { code: '330604', name: '上虞区', office: '上虞区医保中心', phone: '82219077' },
    { code: '330624', name: '新昌县', office: '新昌县医保中心', phone: '86230160' },
    { code: '330681', name: '诸暨市', office: '诸暨市医保中心', phone: '87013576', login: 'zhuji' },
    { code: '330683', name: '嵊州市', office: '嵊州市医保中心', phone: '83278051' },
  ],
}

export const jining: DemoCity = {
  regionCode: '370800',
  name: { zh: '济宁', en: 'Jining' },
  login: 'jining',
  office: '济宁市医保经办窗口',
  phone: null,
  counties: [
    county('370811', '任城区', 'rencheng'),
    county('370812', '兖州区', 'yanzhou'),
    county('370826', '微山县'),
    county('370827', '鱼台县'),
    county('370828', '金乡县'),
    county('370829', '嘉祥县'),
    county('370830', '汶上县'),
    county('370831', '泗水县'),
    county('370832', '梁山县'),
    county('370881', '曲阜市'),
    county('370883', '邹城市'),
  ],
}

export const cities = [shaoxing, jining] as const

function county(code: string, name: string, login?: string): DemoCounty {
  return { code, name, office: `${name}医保经办窗口`, phone: null, ...(login && { login }) }
}
