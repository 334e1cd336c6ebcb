import { connectionsOf, type DemoConnection } from '../../apps/server/src/demo/connections.ts'
import { peopleOf } from '../../apps/server/src/demo/people.ts'
import { cities } from '../../apps/server/src/demo/cities.ts'
import { BILL, connectionOf, patientsOf, pharmacyOf, stationOptions } from '../../hospital/demo.ts'
import { openStation } from '../../hospital/client/station.ts'
import { openHis } from '../../hospital/his.ts'
import { openStore } from '../../hospital/store.ts'
import { beyondSettlements, wrongInBooks, type Ask } from './books.ts'
import { hunt, type Foreign, type Hunted } from './hunt.ts'

export interface Asked {
  readonly url: string
  readonly count: number
  readonly seed: number
  readonly lanes: number
  readonly ask: Ask
  readonly tell?: (done: number) => void
}

/** Hunts on a demonstration server, then looks at the books. `faults` holds all that is wrong. */
export async function huntDemonstration({ url, count, seed, lanes, ask, tell }: Asked): Promise<Hunted> {
  const today = () => '2020-10-15'
  const machine = (one: DemoConnection) =>
    openHis({ station: openStation(stationOptions(url, one, today)), store: openStore() })
  const towns = cities.map((city) => {
    const hospital = connectionsOf(city).find(({ profile }) => profile === 'x-ca')!
    return {
      open: () => ({ hospital: machine(hospital), pharmacy: machine(pharmacyOf(hospital)!) }),
      people: peopleOf(city)
        .filter(({ personClass }) => !personClass.startsWith('resident'))
        .map(({ idNumber }) => idNumber),
    }
  })
  const foreign = await anotherInstitution(url, today)
  const before = await beyondSettlements(ask)
  const hunted = await hunt({ url, count, seed, lanes, towns, foreign, ...(tell && { tell }) })
  return { ...hunted, faults: [...hunted.faults, ...(await wrongInBooks(ask, before))] }
}

/** Visits and settlements of an institution next door. */
async function anotherInstitution(url: string, today: () => string): Promise<Foreign> {
  const his = openHis({
    station: openStation(stationOptions(url, connectionOf('card-token')!, today)),
    store: openStore(),
  })
  for (const { idNumber, employee } of patientsOf('330600')) {
    if (!employee) continue
    for (const settled of [true, false]) {
      const number = await his.register(idNumber)
      await his.diagnose(number)
      await his.upload(number, BILL)
      if (settled) await his.settle(number)
    }
  }
  const keys = his.store.visits().map(({ mdtrtId, setlId }) => [mdtrtId, setlId].filter((id) => id !== null))
  // One person's visits are tried, those of the others are kept for what must never be told.
  return { tried: keys.slice(0, 2).flat(), untold: keys.slice(2).flat() }
}
