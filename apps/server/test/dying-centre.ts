import pg from 'pg'
import { openDatabase } from '../src/platform/db.ts'
import { createLog } from '../src/platform/log.ts'
import { openHospital, type FrontDoor } from '../src/modules/hospital/index.ts'
import { settlementHandlers } from '../src/modules/settlement/index.ts'
import { HOSPITAL, type Clinic } from '../src/modules/settlement/test/clinic.ts'

/**
 * Gives a message to a centre of its own that dies once the statement with this number was answered: its connections are
 * gone and nothing it waits for ever comes, which is all that a database sees of a killed process. The answer, or undefined
 * when it died on the way.
 */
export async function untilItDies(
  clinic: Clinic,
  text: string,
  statement: number,
): Promise<string | undefined> {
  const database = openDatabase(clinic.app, { poolSize: 2 })
  const { dispatch } = openHospital({
    database,
    clock: clinic.clock,
    log: createLog('silent'),
    front: {} as FrontDoor,
    handlers: settlementHandlers,
  })
  const { died, revive } = dieAt(statement)
  try {
    const answered = dispatch({ text, institution: HOSPITAL }).then((answer) => answer.text)
    const reply = await Promise.race([answered, died])
    if (reply !== undefined) await database.close()
    return reply
  } finally {
    revive()
  }
}

function dieAt(statement: number): { readonly died: Promise<undefined>; readonly revive: () => void } {
  // Called with the client it was called on.
  // oxlint-disable-next-line typescript/unbound-method
  const query = pg.Client.prototype.query as (...parts: unknown[]) => unknown
  const clients = new Set<pg.Client>()
  let sent = 0
  let die: (gone: undefined) => void
  const died = new Promise<undefined>((resolve) => (die = resolve))
  pg.Client.prototype.query = function (this: pg.Client, ...parts: unknown[]) {
    clients.add(this)
    sent += 1
    const last = sent === statement
    const answer = query.apply(this, parts)
    if (!last || !(answer instanceof Promise)) return answer
    return answer.then(() => {
      for (const { connection } of clients as unknown as Iterable<{ connection: pg.Connection }>)
        connection.stream.destroy()
      die(undefined)
      return new Promise(() => undefined)
    })
  } as typeof pg.Client.prototype.query
  return { died, revive: () => void (pg.Client.prototype.query = query as typeof pg.Client.prototype.query) }
}
