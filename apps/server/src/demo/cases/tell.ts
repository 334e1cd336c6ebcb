import { addDays, type PlainDate } from '@yichuang/kernel'
import type { Packs } from '../../modules/catalogue/index.ts'
import { raiseAlarms, recomputeClocks } from '../../modules/cases/index.ts'
import { noteCardSettlement } from '../../modules/claims/index.ts'
import type { Db } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { demoHospitals } from '../hospitals.ts'
import { seededRandom } from '../random.ts'
import type { SeededCity } from '../recall.ts'
import { officeCode } from '../staff.ts'
import { claimContent, codingOf, diagnosisFor } from './content.ts'
import { openDriver, type DemoCase, type Moment } from './driver.ts'
import { attachMaterials } from './materials.ts'
import { namedStoriesOf } from './named-stories.ts'
import { hearFromBank, sendToBank, type RunsAtBank, type Told } from './payments.ts'
import { storiesOf } from './stories.ts'
import type { Step, Story } from './story.ts'
import { clockOfDay, workingDayBefore } from './time.ts'

/**
 * Lives through the working days before the demo day in a founded city: every case by the services people use, alarms each
 * morning, payment runs with the bank's answers. In the transaction of `db`: stories that were cut short could not be told
 * again, for their bills would be claimed by then. Gives how many cases there are.
 */
export async function tellStories(
  db: Db,
  deps: Pick<Deps, 'files' | 'config' | 'cipher'>,
  packs: Packs,
  seeded: SeededCity,
  demoDay: PlainDate,
): Promise<number> {
  const { regionCode, login, name } = seeded.city
  const pack = packs.current(regionCode)
  const random = seededRandom(Number(regionCode) + 7)
  const driver = openDriver(db, deps, seeded)
  const contents = new Map<string, ReturnType<typeof claimContent>>()
  const contentOf = (told: DemoCase) => contents.get(told.row.caseId)!
  const crafts = {
    materials: (told: DemoCase, by: string, at: Moment) =>
      attachMaterials(told, by, at, pack, contentOf(told)),
    coding: (told: DemoCase, cut: boolean) => codingOf(contentOf(told), cut),
  }
  const stories = [...namedStoriesOf(seeded.city, crafts), ...storiesOf(seeded.city, crafts, random)]
  const hospitals = demoHospitals.filter((hospital) => hospital.regionCode === regionCode)
  const officeId = seeded.offices.get(officeCode.main(regionCode))!
  const told: Told[] = []
  const runs: RunsAtBank = new Map()

  const calendar = packs.calendar(pack, demoDay)
  for (let on = Math.max(...stories.map(({ begins }) => begins)); on >= 0; on--) {
    // The last day of the stories is the one before the demo day, so that nothing lies ahead of whoever looks.
    const day = workingDayBefore(calendar, demoDay, on + 1)
    const next = clockOfDay(day)
    const morning = new Date(`${day}T08:40:00+08:00`)
    await recomputeClocks(db, regionCode, morning)
    await raiseAlarms(db, regionCode, morning)
    for (const [index, story] of stories.entries())
      if (story.begins === on) told.push({ story, demoCase: await begin(story, day, index, next()) })
    for (const { story, demoCase } of told) await perform(demoCase, story.steps, on, next)
    const finance = () => driver.as(`finance.${login}`, next())
    await hearFromBank(db, finance, on, runs)
    const due = told.filter(({ story }) => story.payment?.runOn === on)
    await sendToBank(db, deps.cipher, finance, officeId, due, runs)
    for (const { story, demoCase } of told) await perform(demoCase, story.afterwards ?? [], on, next)
  }
  await noteCardSettlement(db, {
    regionCode,
    code: `${regionCode.slice(0, 4)}0120`,
    number: '0000099999',
    settlementId: `DEMO${regionCode}`,
    hospitalName: `${name.zh}演示人民医院`,
    settledOn: addDays(demoDay, -20),
  })
  return told.length

  async function begin(story: Story, day: PlainDate, index: number, at: Moment): Promise<DemoCase> {
    const { person: key, by, channel, item, accident, carePlace, severe } = story
    const { name: holder, phone } = seeded.people.get(key)!
    const to = addDays(day, -random.int(2, 20))
    const met = random.pick(hospitals)
    const hospital = severe ? hospitals.find(({ level }) => level === 'tertiary')! : met
    const idea = {
      item,
      to,
      holder,
      phone,
      accident,
      carePlace,
      ...(severe && { severe }),
      from: item === 'claims.inpatient' ? addDays(to, -random.int(4, 14)) : to,
      hospital: {
        code: hospital.hospitalCode,
        name: hospital.name,
      },
      diagnosis: diagnosisFor(item, random),
      bank: `演示银行${name.zh}支行`,
    }
    const content = claimContent(idea, Number(regionCode.slice(0, 2)) * 1000 + index, random)
    const demoCase = await driver.begin(by, at, { person: key, itemId: item, channel }, content)
    contents.set(demoCase.row.caseId, content)
    return demoCase
  }
}

async function perform(
  demoCase: DemoCase,
  steps: readonly Step[],
  on: number,
  next: () => Moment,
): Promise<void> {
  for (const [day, act] of steps) if (day === on) await act(demoCase, next())
}
