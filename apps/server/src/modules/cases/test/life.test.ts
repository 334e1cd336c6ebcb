import { beforeAll, describe, expect, it } from 'vitest'
import { parseCaseNumber } from '@yichuang/kernel'
import { answerNotice, notifyGaps } from '../notice.service.ts'
import { acceptCase, decide, passUp, propose, returnCase } from '../review.service.ts'
import { openTown, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})

describe('a case', () => {
  it('goes from the window to a decision by two people, and keeps every step in its chain', async () => {
    const { staff, at, tx } = town
    const handed = await town.handedIn('2020-01-20T10:00')
    expect(parseCaseNumber(handed.number!)).toMatchObject({
      ok: true,
      value: { office: '370811001', day: '2020-01-20' },
    })
    expect(handed).toMatchObject({
      state: 'submitted',
      ownerId: staff.clerk.userId,
      officeId: town.county.id,
    })

    const accepted = await tx((db) => acceptCase(db, at(staff.clerk, '2020-01-20T10:05'), handed, handed))
    // As known on 20 January: 24 to 30 January off, 1 February worked in exchange.
    expect(accepted).toMatchObject({
      state: 'accepted',
      acceptedOn: '2020-01-20',
      promisedDays: 9,
      statutoryDays: 30,
    })
    expect(accepted.dueOn).toBe('2020-02-06')

    const noticed = await tx((db) =>
      notifyGaps(db, at(staff.clerk, '2020-01-21T09:00'), handed, {
        version: accepted.version,
        gaps: [{ materialId: 'receipt', field: null, text: '缺少票据' }],
      }),
    )
    expect(noticed).toMatchObject({ state: 'supplementing', pausedSince: '2020-01-21', dueOn: null })
    const answered = await tx((db) =>
      answerNotice(db, at(town.person, '2020-01-22T09:00'), handed, {
        version: noticed.version,
        text: '已补',
      }),
    )
    expect(answered).toMatchObject({ state: 'accepted', pausedSince: null, dueOn: '2020-02-07' })

    const proposed = await tx((db) =>
      propose(db, at(staff.reviewer, '2020-01-23T09:00'), handed, {
        version: answered.version,
        outcome: 'grant',
        reason: '符合条件',
      }),
    )
    const decided = await tx((db) =>
      decide(db, at(staff.approver, '2020-01-23T10:00'), handed, {
        version: proposed.version,
        outcome: 'approve',
        reason: '',
      }),
    )
    // Days counted: 21 and 23 January; the 22nd was the person's.
    expect(decided).toMatchObject({ state: 'approved', decidedOn: '2020-01-23', usedDays: 2, onTime: true })
    expect(decided.closedOn).toBe('2020-01-23')
    expect(decided.eventCount).toBe(7)
  })

  it('can be passed up and comes back, and its clock runs meanwhile', async () => {
    const { staff, at, tx } = town
    const handed = await town.handedIn()
    const up = await tx((db) =>
      passUp(db, at(staff.clerk, '2020-01-20T11:00'), handed, {
        version: handed.version,
        reason: '疑难',
        suggestsRefusal: true,
      }),
    )
    expect(up).toMatchObject({ state: 'escalated', acceptedOn: '2020-01-20', ownerId: staff.clerk.userId })
    const back = await tx((db) =>
      returnCase(db, at(staff.reviewer, '2020-01-21T11:00'), handed, {
        version: up.version,
        guidance: '可受理',
      }),
    )
    expect(back).toMatchObject({ state: 'submitted', acceptedOn: '2020-01-20' })
  })
})
