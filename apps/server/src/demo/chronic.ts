import { addDays, plainDate, type PlainDate } from '@yichuang/kernel'
import { Readable } from 'node:stream'
import {
  anytimeClasses,
  collectChronic,
  giveOpinion,
  handOver,
  OTHER,
  putDesignation,
} from '../modules/chronic/index.ts'
import type { Packs } from '../modules/catalogue/index.ts'
import { addFile } from '../modules/materials/index.ts'
import type { Hospital } from '../modules/organisations/index.ts'
import type { Db } from '../platform/db.ts'
import { MATERIAL_KINDS, type Files } from '../platform/files/index.ts'
import { drawPaper } from './cases/images.ts'
import type { SeededCity } from './recall.ts'
import { demoHospitals } from './hospitals.ts'
import { demoStaff } from './staff.ts'

type Place = { readonly packs: Packs; readonly files: Pick<Files, 'receive'> }

/**
 * Chronic diseases as they go through a city: one recognised at once, a monthly list with the experts, one that is still
 * being collected, and one hospital that is late. Nothing where no document is loaded. Inside a transaction.
 */
export async function seedChronic(
  db: Db,
  { packs, files }: Place,
  { city, staff, people }: SeededCity,
  demoDay: PlainDate,
): Promise<void> {
  const classes = anytimeClasses(packs.current(city.regionCode), demoDay)
  if (classes.length === 0) return
  const [first, second] = demoHospitals.filter(({ regionCode }) => regionCode === city.regionCode)
  const clerk = staff.get(`hospital.${city.login}`)!
  const month = monthBefore(demoDay)
  for (const { id } of classes)
    await putDesignation(db, city.regionCode, {
      hospitalCode: first!.hospitalCode,
      classId: id,
      from: plainDate(`${month}-01`),
      until: null,
      by: '演示督查',
      at: at(demoDay),
    })

  const patients = [...people.values()].filter((person) => person.cities[0] === city)
  let next = 0
  const take = async (hospital: Hospital, day: PlainDate, disease: Disease) => {
    const person = patients[next++]!
    const by = {
      institution: hospital,
      actor: { id: clerk.userId, name: clerk.name, side: 'agency' },
      at: at(day),
      today: day,
      source: 'desk',
    } as const
    const row = await collectChronic(
      db,
      packs,
      {
        personId: person.personId,
        doctor: '周医生（演示）',
        note: disease.note,
        classId: disease.classId ?? OTHER,
        diseaseName: disease.name,
        diseaseCode: disease.code,
        outcome: disease.outcome,
      },
      by,
    )
    for (const [title, findings] of disease.papers) {
      const picture = await drawPaper({
        title,
        rows: [['姓名', person.name], ['医院', hospital.name], ['诊断', disease.name], ...findings],
      })
      const fileName = `${title}.jpg`
      const options = { fileName, maxBytes: 5_000_000, accept: MATERIAL_KINDS }
      const stored = await files.receive(Readable.from([picture]), options)
      const owner = { regionCode: city.regionCode, caseId: row.applicationId }
      await addFile(db, owner, {
        materialId: 'medical-record',
        fileName,
        stored,
        at: at(day),
        by: clerk.userId,
      })
    }
    return { row, by }
  }

  await take(first!, addDays(demoDay, -20), {
    name: '恶性肿瘤',
    classId: 'malignant-tumour',
    code: 'M00503',
    note: '病理确诊',
    outcome: 'granted',
    papers: [['病理报告', [['结论', '浸润性癌']]]],
  })
  const halfWay = plainDate(`${month}-12`)
  const { row, by } = await take(first!, halfWay, HYPERTENSION)
  await take(first!, halfWay, DIABETES)
  await take(second!, halfWay, DIABETES)
  const handed = plainDate(`${demoDay.slice(0, 7)}-09`)
  await handOver(db, packs, month, { ...by, at: at(handed), today: handed })
  await take(first!, addDays(demoDay, -5), { ...HYPERTENSION, papers: [] })

  const { hospital } = demoStaff.find(({ login }) => login === `expert1.${city.login}`)!
  const expert = { ...staff.get(`expert1.${city.login}`)!, hospitalCode: hospital! }
  const day = addDays(handed, 3)
  await giveOpinion(
    db,
    {
      regionCode: city.regionCode,
      applicationId: row.applicationId,
      verdict: 'grant',
      reason: '动态血压符合诊断标准',
    },
    expert,
    { actor: { id: expert.userId, name: expert.name, side: 'agency' }, at: at(day), today: day },
  )
}

interface Disease {
  readonly name: string
  readonly classId?: string
  readonly code: string
  readonly note: string
  readonly outcome?: 'granted'
  readonly papers: readonly (readonly [string, readonly (readonly [string, string])[]])[]
}

const HYPERTENSION: Disease = {
  name: '高血压',
  code: 'M03900',
  note: '病史六年，规律服药',
  papers: [
    [
      '门诊病历',
      [
        ['血压', '168/102 mmHg'],
        ['病程', '六年'],
      ],
    ],
    [
      '动态血压报告',
      [
        ['日间平均', '152/96 mmHg'],
        ['夜间平均', '138/88 mmHg'],
      ],
    ],
  ],
}
const DIABETES: Disease = {
  name: '糖尿病',
  code: 'M01600',
  note: '口服药联合胰岛素治疗',
  papers: [
    [
      '门诊病历',
      [
        ['空腹血糖', '9.8 mmol/L'],
        ['病程', '四年'],
      ],
    ],
    ['检验报告', [['糖化血红蛋白', '8.6 %']]],
  ],
}

function monthBefore(day: PlainDate): string {
  return addDays(plainDate(`${day.slice(0, 7)}-01`), -1).slice(0, 7)
}

function at(day: PlainDate): Date {
  return new Date(`${day}T10:00:00+08:00`)
}
