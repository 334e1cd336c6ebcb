import { makeResidentId, plainDate, type PlainDate } from '@yichuang/kernel'
import type { Sentences } from '../platform/problem.ts'
import { jining, shaoxing, type DemoCity } from './cities.ts'
import { seededRandom, type Random } from './random.ts'

export type PersonClass = 'active' | 'retired' | 'resident-adult' | 'resident-minor' | 'resident-senior'

/** A made-up insured person. */
export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly birth: PlainDate
  readonly personClass: PersonClass
  /** where they are insured; the first is home */
  readonly cities: readonly DemoCity[]
  /** groups whose benefits differ, by the ids of the city's chain of payers */
  readonly groups?: readonly string[]
}

/** A person of the demonstration whom one can sign in as. */
export interface DemoCitizen extends DemoPerson {
  readonly login: string
  readonly who: Sentences
}

const SURNAMES = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
)
const GIVEN = [
  '伟',
  '芳',
  '娜',
  '秀英',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '秀兰',
  '霞',
  '平',
  '刚',
  '桂英',
  '建国',
  '文博',
  '雨桐',
  '子轩',
  '梓涵',
  '欣怡',
  '浩然',
  '国华',
  '玉兰',
  '志强',
  '海燕',
  '晓红',
  '建平',
  '淑珍',
  '永康',
  '新民',
  '春梅',
]

/** Everybody with an account. Ages and classes are chosen so that each path of the two claim items can be tried. */
export const citizens: readonly DemoCitizen[] = [
  citizen('wang.fang', '王芳', shaoxing, '330602', '1984-03-12', 128, 'active', {
    zh: '绍兴 · 在职职工，可替母亲和女儿办理',
    en: 'Shaoxing · employee; acts for her mother and daughter',
  }),
  citizen('sun.guilan', '孙桂兰', shaoxing, '330602', '1951-07-02', 226, 'resident-senior', {
    zh: '绍兴 · 老年居民，王芳的母亲',
    en: 'Shaoxing · elderly resident, Wang Fang’s mother',
  }),
  citizen('chen.weiguo', '陈卫国', shaoxing, '330681', '1955-11-20', 315, 'retired', {
    zh: '绍兴 · 退休职工',
    en: 'Shaoxing · retired employee',
  }),
  citizen('li.na', '李娜', shaoxing, '330604', '1990-05-18', 442, 'resident-adult', {
    zh: '绍兴 · 城乡居民',
    en: 'Shaoxing · resident',
  }),
  citizen('kong.qinghua', '孔庆华', jining, '370811', '1979-09-28', 117, 'active', {
    zh: '济宁 · 在职职工，可替父亲办理',
    en: 'Jining · employee; acts for his father',
  }),
  {
    ...citizen('kong.fanlin', '孔繁林', jining, '370811', '1949-02-11', 233, 'resident-senior', {
      zh: '济宁 · 老年居民，困难群体，孔庆华的父亲',
      en: 'Jining · elderly resident in hardship, Kong Qinghua’s father',
    }),
    groups: ['hardship'],
  },
  citizen('zhang.xiuying', '张秀英', jining, '370883', '1957-06-06', 348, 'retired', {
    zh: '济宁 · 退休职工',
    en: 'Jining · retired employee',
  }),
  citizen('liu.yang', '刘洋', jining, '370812', '1993-12-01', 451, 'resident-adult', {
    zh: '济宁 · 城乡居民',
    en: 'Jining · resident',
  }),
  {
    ...citizen('zhou.mingyuan', '周明远', shaoxing, '370881', '1986-08-08', 519, 'active', {
      zh: '绍兴在职职工，济宁仍有居民参保',
      en: 'Employee in Shaoxing, still insured as a resident in Jining',
    }),
    cities: [shaoxing, jining],
  },
]

/** The daughter in whose name nobody signs in. */
export const daughter = person(
  'zhao.xiaoyu',
  '赵小雨',
  shaoxing,
  '330602',
  '2013-04-25',
  164,
  'resident-minor',
)

/** Signs in with a verified ID number and is insured nowhere here. */
export const visitor = {
  login: 'he.waidi',
  name: '何维迪',
  idNumber: makeResidentId({ region: '440106', birth: plainDate('1988-01-15'), sequence: 611 }),
  who: { zh: '在其他城市参保的人（登录后会看到提示）', en: 'Somebody insured elsewhere (is told so)' },
}

/** Everybody insured in a city: those with accounts, and about three hundred more. */
export function peopleOf(city: DemoCity): DemoPerson[] {
  const named = [...citizens, daughter].filter((person) => person.cities.includes(city))
  const random = seededRandom(Number(city.regionCode))
  const taken = new Set(named.map(({ idNumber }) => idNumber))
  const others: DemoPerson[] = []
  while (others.length < 300) {
    const made = madeUp(city, others.length, random)
    if (taken.has(made.idNumber)) continue
    taken.add(made.idNumber)
    others.push(made)
  }
  return [...named, ...others]
}

const BORN: Readonly<Record<PersonClass, readonly [from: number, to: number]>> = {
  active: [1965, 1998],
  retired: [1940, 1960],
  'resident-adult': [1965, 2000],
  'resident-minor': [2004, 2019],
  'resident-senior': [1938, 1959],
}
// In hundredths of the people.
const CLASSES: readonly PersonClass[] = [
  ...Array<PersonClass>(45).fill('active'),
  ...Array<PersonClass>(15).fill('retired'),
  ...Array<PersonClass>(20).fill('resident-adult'),
  ...Array<PersonClass>(10).fill('resident-minor'),
  ...Array<PersonClass>(10).fill('resident-senior'),
]

function madeUp(city: DemoCity, index: number, random: Random): DemoPerson {
  const personClass = random.pick(CLASSES)
  const [from, to] = BORN[personClass]
  const day = String(random.int(1, 28)).padStart(2, '0')
  const birth = `${random.int(from, to)}-${String(random.int(1, 12)).padStart(2, '0')}-${day}`
  const name = random.pick(SURNAMES) + random.pick(GIVEN)
  return person(
    `${city.login}.${index}`,
    name,
    city,
    random.pick(city.counties).code,
    birth,
    random.int(1, 999),
    personClass,
  )
}

function person(
  key: string,
  name: string,
  city: DemoCity,
  county: string,
  birth: string,
  sequence: number,
  personClass: PersonClass,
): DemoPerson {
  const day = plainDate(birth)
  const idNumber = makeResidentId({ region: county, birth: day, sequence })
  // A row of zeros in the middle: nobody has such a number, and everybody sees that it is made up.
  const phone = `1990000${String(Number(idNumber.slice(10, 14)) + sequence).padStart(4, '0')}`
  return { key, name, idNumber, phone, birth: day, personClass, cities: [city] }
}

function citizen(
  login: string,
  name: string,
  city: DemoCity,
  county: string,
  birth: string,
  sequence: number,
  personClass: PersonClass,
  who: Sentences,
): DemoCitizen {
  return { ...person(login, name, city, county, birth, sequence, personClass), login, who }
}
