// Serves one message of an institution as a process of its own, and is killed on the way: when the statement whose number
// it is told was answered. `killed-settlement.test.ts` starts it.
import path from 'node:path'
import pg from 'pg'
import { fixedClock } from '../src/platform/clock.ts'
import { createBlindIndex, createFieldCipher, parseKeyRing } from '../src/platform/crypto.ts'
import { openDatabase } from '../src/platform/db.ts'
import { createLog } from '../src/platform/log.ts'
import { openPacks } from '../src/modules/catalogue/index.ts'
import { openClaims } from '../src/modules/claims/index.ts'
import { openHospital, type FrontDoor } from '../src/modules/hospital/index.ts'
import { openInsured } from '../src/modules/insured/index.ts'
import { openSettlement, settlementHandlers } from '../src/modules/settlement/index.ts'
import { allPayersPack, settleBy } from '../src/modules/settlement/test/all-payers.ts'

interface Order {
  readonly socketDir: string
  readonly user: string
  readonly database: string
  readonly key: string
  readonly now: string
  readonly text: string
  readonly institution: string
  /** counted from 1 */
  readonly statement: number
  /** by made-up rules in which everybody pays */
  readonly allPayers: boolean
}

const order = JSON.parse(process.argv[2]!) as Order
const { socketDir, user, database: name } = order
const database = openDatabase({ socketDir, user, database: name }, { poolSize: 2 })
const keys = {
  cipher: createFieldCipher(parseKeyRing(order.key)),
  blindIndex: createBlindIndex(Buffer.alloc(32, 7)),
}
const packs = await openPacks(
  database.db,
  path.join(import.meta.dirname, '../../../policy-packs'),
  new Date(),
)
openInsured({ ...keys, places: () => new Map() })
openClaims({ ...keys, packs })
openSettlement({ packs })
if (order.allPayers) settleBy(await allPayersPack())
const { dispatch } = openHospital({
  database,
  clock: fixedClock(order.now),
  log: createLog('silent'),
  front: {} as FrontDoor,
  handlers: settlementHandlers,
})

let sent = 0
// Called with the client it was called on.
// oxlint-disable-next-line typescript/unbound-method
const send = pg.Client.prototype.query as (...parts: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...parts: unknown[]) {
  sent += 1
  const here = sent === order.statement
  const answer = send.apply(this, parts)
  if (here && answer instanceof Promise)
    return answer.then((result: unknown) => {
      process.kill(process.pid, 'SIGKILL')
      return result
    })
  return answer
} as typeof pg.Client.prototype.query

const { text } = await dispatch({ text: order.text, institution: order.institution })
console.log(text)
await database.close()
