import { describe, expect, it } from 'vitest'
import { usedBy } from '../../claims/index.ts'
import { fiveTotal, HOSPITAL, openClinic, REGION, settling, visitWith } from './clinic.ts'

const clinic = await openClinic()

describe('a database that is restarted in the middle', () => {
  it('loses no settlement that was acknowledged and doubles none: every message sent again is there once', async () => {
    const visits = await Promise.all(
      Array.from({ length: 20 }, async (_, nth) => {
        const who = await clinic.insured()
        const visitId = await visitWith(clinic, who)
        return {
          who,
          text: clinic.text('2207', settling(who, visitId, 'B1', fiveTotal), { msgid: `restart-${nth}` }),
        }
      }),
    )
    // What a restart does to every connection of the application, while they are at work.
    const cut = async () => {
      for (let times = 0; times < 5; times += 1)
        await clinic.sql(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = $2 and pid <> pg_backend_pid()`,
          [(clinic.app as { database: string }).database, (clinic.app as { user: string }).user],
        )
    }
    const first = Promise.all(
      visits.map(({ text }) => clinic.hospital.dispatch({ text, institution: HOSPITAL })),
    )
    await cut()
    const answers = await first
    // Taken, or unknown: never a refusal that says that it failed.
    expect(answers.filter(({ accepted, status }) => !accepted && status < 500)).toEqual([])
    for (const [nth, { who, text }] of visits.entries()) {
      const again = await clinic.answer(text)
      expect([nth, again.reason]).toEqual([nth, ''])
      const { setl_id } = again.output.setlinfo
      const { accepted, text: told } = answers[nth]!
      expect(accepted ? (JSON.parse(told) as typeof again).output.setlinfo.setl_id : setl_id).toBe(setl_id)
      const key = { regionCode: REGION, personId: who.personId, insurance: 'employee', year: 2020 } as const
      const used = await usedBy(clinic.regionDb, { ...key, kind: 'outpatient' })
      expect(used.fundPaid).toBe(Math.round(again.output.setlinfo.hifp_pay * 100))
    }
  })
})
