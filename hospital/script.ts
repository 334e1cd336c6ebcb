import { patientsOf, type CentreDay } from './demo.ts'
import type { His } from './his.ts'
import { playAccounts, playedElsewhere } from './script/accounts.ts'
import { playClinic } from './script/clinic.ts'
import { playCounter } from './script/counter.ts'
import { playFilings } from './script/filings.ts'
import { playNextDay } from './script/next-day.ts'
import { openStage, refusal, type Said } from './script/stage.ts'
import { playWard } from './script/ward.ts'

/** The machines of a play: a hospital, and a pharmacy next door. */
export interface House {
  readonly hospital: His
  readonly pharmacy?: His | undefined
  /** the day at the centre, where it is known and can be moved on */
  readonly day?: CentreDay | undefined
}

/** Everything a newcomer should see, in one go. Returns whether all of it went as it must. */
export async function playScript(
  { hospital, pharmacy, day }: House,
  say: (said: Said) => void,
): Promise<boolean> {
  const stage = openStage(say)
  const { region, name } = hospital.station.options.institution
  const people = await freeOf(hospital, patientsOf(region))
  stage.scene('签到', 'signing in')
  await hospital.signIn()
  stage.expect(true, `${name}签到（9001）`, 'signed in')
  const [others, nextDoor] = [
    await playedElsewhere(hospital),
    pharmacy ? await playedElsewhere(pharmacy) : new Set<string>(),
  ]
  const scenes: (() => Promise<void>)[] = [
    () => playClinic(hospital, stage, people),
    () => playWard(hospital, stage, people),
    ...(pharmacy ? [() => playCounter(pharmacy, stage, people)] : []),
    () => playFilings(hospital, stage, people),
    () => playAccounts(hospital, stage, others),
    ...(pharmacy ? [() => playAccounts(pharmacy, stage, nextDoor)] : []),
    () =>
      playNextDay(day, [hospital, ...(pharmacy ? [pharmacy] : [])], stage, others.size + nextDoor.size > 0),
  ]
  for (const scene of scenes) {
    const why = await refusal(scene)
    if (why !== undefined) stage.expect(false, `中心拒绝：${why}`, 'the centre refused')
  }
  return stage.right()
}

/** ID numbers of employees who do not lie in hospital at the moment. */
async function freeOf(his: His, all: ReturnType<typeof patientsOf>): Promise<string[]> {
  const free: string[] = []
  for (const { idNumber, employee } of all)
    if (employee && (await his.knownStay(idNumber)) === undefined) free.push(idNumber)
  return free
}
