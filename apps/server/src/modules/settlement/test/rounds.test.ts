import { describe, expect, it } from 'vitest'
import { batch, HospitalFault, Overtaken } from '../../hospital/index.ts'
import { finding, openClinic } from './clinic.ts'

const nobody = { personId: '', idNumber: '', psnNo: 'P1' }
let [overtaken, books] = [0, 0]

/** Diagnoses whose disease says what happens to them. */
const touchy = batch({
  infno: '2203',
  alone: ({ msgid }) => msgid,
  async prepare(_db, calls) {
    if (calls.some(({ input }) => input.mdtrtinfo.dise_codg === 'breaks')) throw new TypeError('planted')
    return calls.map(({ input }) =>
      input.mdtrtinfo.dise_codg === 'refused'
        ? new HospitalFault('此项不予受理，请核对后重传。')
        : { output: null },
    )
  },
  async book(_db, _prepared, calls) {
    books += 1
    const codes = calls.map(({ input }) => input.mdtrtinfo.dise_codg)
    if (codes.includes('breaks-late')) throw new TypeError('planted')
    if (codes.includes('overtaken') && (overtaken += 1) < 4) throw new Overtaken()
    if (codes.includes('refused-late')) throw new HospitalFault('此项不予办理，请核对后重传。')
  },
})
const clinic = await openClinic({ handlers: [touchy] })
const send = (code: string) => clinic.send('2203', finding(nobody, 'V1', { dise_codg: code }))
const crowd = async (...codes: string[]) => {
  const answers = await Promise.all(['a', 'b', ...codes, 'c', 'd'].map(send))
  return answers.map(({ accepted, status }) => (accepted ? 'accepted' : status))
}
const good = ['accepted', 'accepted'] as const

describe('a round', () => {
  it('is booked in one transaction', async () => {
    books = 0
    expect(await crowd()).toEqual([...good, ...good])
    expect(books).toBe(1)
  })

  it('is not spoiled by a message that is refused, early or late', async () => {
    expect(await crowd('refused', 'refused-late')).toEqual([...good, 200, 200, ...good])
  })

  it('is not spoiled by a message that breaks the handler, which alone is told that its outcome is unknown', async () => {
    expect(await crowd('breaks')).toEqual([...good, 500, ...good])
    expect(await crowd('breaks-late')).toEqual([...good, 500, ...good])
  })

  it('does again what somebody else overtook', async () => {
    expect(await crowd('overtaken')).toEqual([...good, 'accepted', ...good])
    expect(overtaken).toBeGreaterThanOrEqual(4)
  })

  it('keeps an outcome for every message that was accepted, and for no other', async () => {
    const rows = await clinic.sql<{ count: string }>('select count(*) from hospital.message')
    expect(Number(rows[0]!.count)).toBe(5 * 4 + 1)
  })
})
