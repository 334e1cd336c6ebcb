import { COUNTIES, officeId, personId, personSession, REGIONS, staffSession, type StaffKind } from './city.ts'
import { claimText, codingText } from './claim.ts'
import { openConnections } from './connections.ts'
import { oneFile, visitor, type Answer, type Body, type Visitor } from './http.ts'
import { pictures } from './picture.ts'

/** How far a case is taken: to its rating, or left at one of the states on the way. */
export const STAGES = [
  'submitted',
  'accepted',
  'supplementing',
  'answered',
  'reviewed',
  'approved',
  'refused',
  'withdrawn',
  'rated',
] as const
export type Stage = (typeof STAGES)[number]

/** A case that waits for the bank. */
interface Approved {
  readonly caseId: string
  readonly region: number
  readonly person: number
}

/** Plays people and staff against a server over HTTP. */
export interface Play {
  /** One case from its hand-in with one image to the approver's decision, or to an earlier stage. */
  takeTo(stage: Stage): Promise<Approved>
  /** One payment run: put together, exported, and the bank's answer that all were paid imported. */
  pay(cases: readonly Approved[]): Promise<void>
  rate(paid: Approved): Promise<void>
  /** milliseconds every call took, by its name */
  readonly times: Map<string, number[]>
  close(): void
}

export interface PlayOptions {
  readonly base: string
  /** people with a session */
  readonly people: number
  /** makes bill numbers and request ids of this play unlike those of any other */
  readonly mark: string
}

const MATERIAL = 'receipt'

export async function openPlay({ base, people, mark }: PlayOptions): Promise<Play> {
  const connections = openConnections(base)
  const photograph = await pictures()
  const visitors = new Map<string, Visitor>()
  const times = new Map<string, number[]>()
  let [requests, turns] = [0, 0]

  const person = (number: number) =>
    visitors.get(`p${number}`) ?? keep(visitors, `p${number}`, visitor(connections, personSession(number)))
  const staff = (region: number, county: number, kind: StaffKind, position = 0) => {
    const name = `${region} ${county} ${kind} ${position}`
    return (
      visitors.get(name) ??
      keep(visitors, name, visitor(connections, staffSession(region, county, kind, position)))
    )
  }

  async function call(
    name: string,
    who: Visitor,
    method: string,
    path: string,
    body?: Body | string,
  ): Promise<Answer> {
    const sent = typeof body === 'string' ? { type: 'application/json', bytes: body } : body
    const begin = performance.now()
    const answer = await who.send(method, `/api/v1${path}`, sent, {
      'idempotency-key': `bench-${mark}-${requests++}`,
      // A program that sends act after act reads none of the pages between them.
      prefer: 'return=minimal',
    })
    if (answer.status >= 300) throw new Error(`${name} answered ${answer.status}: ${answer.text}`)
    const took = times.get(name) ?? keep(times, name, [])
    took.push(performance.now() - begin)
    return answer
  }

  async function takeTo(stage: Stage): Promise<Approved> {
    const turn = turns++
    const number = turn % people
    const [region, county] = [number % 2, Math.floor(turn / 2) % COUNTIES]
    const regionCode = REGIONS[region]!
    const office = county + 1
    const clerk = staff(region, office, 'clerk', Math.floor(turn / (2 * COUNTIES)) % 2)
    const reviewer = staff(region, office, 'reviewer', turn % 2)
    const approver = staff(region, office, 'approver', turn % 2)
    const applicant = person(number)
    const upTo = (wanted: Stage) => STAGES.indexOf(stage) >= STAGES.indexOf(wanted)

    const bill = `${mark}${turn.toString(36).padStart(6, '0')}`
    const picture = { field: MATERIAL, name: '票据.jpg', type: 'image/jpeg', bytes: photograph(bill) }
    const application = `{"regionCode":"${regionCode}","itemId":"claims.inpatient","personId":"${personId(number)}","content":${claimText(region, bill, '量测')}}`
    const applied = await call('hand-in', clerk, 'POST', '/applications', oneFile(picture, application))
    const caseId = /"caseId":"([^"]+)"/.exec(applied.text)![1]!
    let version = versionOf(applied)
    const act = async (name: string, who: Visitor, rest = '') => {
      const answer = await call(
        name,
        who,
        'POST',
        `/cases/${caseId}/${name}`,
        `{"regionCode":"${regionCode}","version":${version}${rest}}`,
      )
      version = versionOf(answer)
    }
    const approved = { caseId, region, person: number }
    if (stage === 'withdrawn') {
      await act('withdraw', applicant, ',"reason":"改在异地直接结算"')
      return approved
    }
    if (!upTo('accepted')) return approved
    await act('accept', clerk)
    if (!upTo('supplementing')) return approved
    await act('notice', clerk, `,"gaps":${GAPS}`)
    if (!upTo('answered')) return approved
    await act('answer', applicant, ',"text":"已补交身份证、费用清单和出院记录"')
    if (!upTo('reviewed')) return approved
    const outcome = stage === 'refused' ? 'refuse' : 'grant'
    const reason = stage === 'refused' ? '所附票据不属于医疗收费票据' : ''
    await act('propose', reviewer, `,"outcome":"${outcome}","reason":"${reason}","coding":${codingText}`)
    if (!upTo('approved')) return approved
    const decision = stage === 'refused' ? 'refuse' : 'approve'
    await act('decide', approver, `,"outcome":"${decision}","reason":"${reason}"`)
    return approved
  }

  async function pay(cases: readonly Approved[]): Promise<void> {
    const { region } = cases[0]!
    const regionCode = REGIONS[region]!
    const finance = staff(region, 0, 'finance')
    const made = await call(
      'run',
      finance,
      'POST',
      '/payment-runs',
      JSON.stringify({
        regionCode,
        officeId: officeId(region, 0),
        caseIds: cases.map(({ caseId }) => caseId),
      }),
    )
    const { runId } = JSON.parse(made.text) as { runId: string }
    const file = await call(
      'bank-file',
      finance,
      'POST',
      `/payment-runs/${runId}/bank-file`,
      JSON.stringify({ regionCode }),
    )
    await call(
      'bank-return',
      finance,
      'POST',
      `/payment-runs/${runId}/return-file?regionCode=${regionCode}`,
      oneFile({ name: '回盘.csv', type: 'text/csv', bytes: Buffer.from(bankReturn(file.text)) }),
    )
  }

  async function rate({ caseId, region, person: number }: Approved): Promise<void> {
    await call(
      'rating',
      person(number),
      'POST',
      `/cases/${caseId}/rating`,
      `{"regionCode":"${REGIONS[region]}","grade":"very-satisfied","reasons":[],"text":""}`,
    )
  }

  return { takeTo, pay, rate, times, close: () => connections.close() }
}

/** Plays whole life cycles in lanes for some seconds; gives how many reached their rating in a second. */
export async function lifeCycles(
  play: Play,
  {
    lanes,
    seconds,
    most = Infinity,
    batch,
  }: { lanes: number; seconds: number; most?: number; batch: number },
): Promise<{ readonly perSecond: number; readonly done: number }> {
  const begin = performance.now()
  const end = begin + seconds * 1000
  const waiting: Approved[][] = REGIONS.map(() => [])
  const paid: Approved[] = []
  let [begun, done] = [0, 0]
  const payThem = async (cases: Approved[]) => {
    await play.pay(cases)
    paid.push(...cases)
  }
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (performance.now() < end && begun < most) {
        const toRate = paid.pop()
        if (toRate) {
          await play.rate(toRate)
          done += 1
          continue
        }
        begun += 1
        const approved = await play.takeTo('approved')
        const queue = waiting[approved.region]!
        queue.push(approved)
        if (queue.length >= batch) await payThem(queue.splice(0, batch))
      }
    }),
  )
  // What was begun is brought to its end, and the time that takes counts: a life cycle is a whole one.
  for (const queue of waiting) if (queue.length > 0) await payThem(queue.splice(0))
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let last = paid.pop(); last; last = paid.pop()) {
        await play.rate(last)
        done += 1
      }
    }),
  )
  return { perSecond: done / ((performance.now() - begin) / 1000), done }
}

const GAPS = JSON.stringify(
  [
    ['identity', '请补交有效身份凭证'],
    ['fee-list', '请补交住院费用清单'],
    ['discharge', '请补交出院记录'],
  ].map(([materialId, text]) => ({ materialId, field: null, text })),
)

/** The bank's return for a bank file: every payment of it booked. */
function bankReturn(bankFile: string): string {
  const [header = '', ...rows] = bankFile.replace('\uFEFF', '').trim().split('\r\n')
  const [id, amount] = ['支付编号', '金额'].map((name) => header.split(',').indexOf(name)) as [number, number]
  if (id < 0 || amount < 0) throw new Error(`The bank file names other columns: ${header}`)
  const cells = rows.map((row) => row.split(','))
  const payments = cells.filter(([first]) => first !== '合计')
  const total = cells.find(([first]) => first === '合计')![amount]
  return [
    '支付编号,金额,结果,原因',
    ...payments.map((row) => `${row[id]},${row[amount]},成功,`),
    `合计,${total},${payments.length},`,
  ].join('\r\n')
}

function versionOf(answer: Answer): number {
  // The version of the case is the only one that is a number.
  const match = /"version":(\d+)/.exec(answer.text)
  if (!match) throw new Error(`An answer has no version: ${answer.text.slice(0, 300)}`)
  return Number(match[1])
}

function keep<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value)
  return value
}
