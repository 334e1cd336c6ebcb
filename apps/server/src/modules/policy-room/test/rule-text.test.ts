import type { PolicyPlace, RuleText } from '@yichuang/contracts'
import { describe, expect, it } from 'vitest'
import { openRoom } from './room.ts'

const { leader, api, ok } = await openRoom()
const PLACE = 'cn-33-06-shaoxing'

const textOf = (rule: string, on: string, known: string): Promise<RuleText> =>
  ok(`GET /policy/places/${PLACE}/rules/${rule}/text?on=${on}&known=${known}`, leader)
const linesOf = (text: RuleText, title: string) =>
  text.sections.find((section) => section.title === title)?.lines ?? []
const said = (text: RuleText, title: string) => linesOf(text, title).map(({ line, text }) => [line, text])

describe('the whole text of a rule, as in force on a day, as known on another', () => {
  it('of a guide has its facts, materials, steps and deadlines of bills, each with its words', async () => {
    const text = await textOf('item/claims.inpatient', '2020-02-10', '2020-02-10')
    expect(text.sections.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Facts', 'Materials', 'Steps', 'Bills are accepted until']),
    )
    expect(said(text, 'Facts')).toContainEqual(['statutory', '30 working days'])
    expect(linesOf(text, 'Materials').length).toBeGreaterThan(2)
    expect(linesOf(text, 'Bills are accepted until')[0]!.citation!.quote).toContain('2020 年 12 月 31 日')
  })

  it('has nothing that was not published by then, although it was in force already', async () => {
    const bills = async (known: string) =>
      said(await textOf('item/claims.inpatient', '2020-01-28', known), 'Bills are accepted until')
    expect(await bills('2020-01-20')).toEqual([])
    expect(await bills('2020-01-29')).toEqual([
      ['2019', '2020-12-31'],
      ['2020', '2021-12-31'],
    ])
    const cut = async (on: string, known: string) =>
      said(await textOf('parameter/claims.out-of-area-cut-applies', on, known), 'Values in force')
    expect(await cut('2020-02-10', '2020-01-20')).toEqual([])
    expect(await cut('2020-02-10', '2020-02-10')).toEqual([['', 'no · from 2020-01-29']])
    expect(await cut('2020-01-20', '2020-10-12')).toEqual([])
  })

  it('is summed up in the list of rules, with what measures give and whose document gives it', async () => {
    const listed = async (id: string, asked: string) => {
      const { rules }: PolicyPlace = await ok(`GET /policy/places/${PLACE}?${asked}`, leader)
      const { inForce, layer } = rules.find((rule) => rule.kind === 'parameter' && rule.id === id)!
      return { inForce, layer }
    }
    const bills = 'claims.invoice-accepted-until'
    const cut = 'claims.out-of-area-cut-applies'
    expect(await listed(bills, 'on=2020-02-10&known=2020-02-10')).toEqual({
      inForce: ['2019: 2020-12-31', '2020: 2021-12-31'],
      layer: PLACE,
    })
    expect(await listed(cut, 'on=2020-02-10&known=2020-02-10')).toEqual({ inForce: ['no'], layer: PLACE })
    const pays = await listed('accounts.pays', 'on=2020-02-10&known=2020-02-10')
    expect(pays.inForce).toEqual(['below the deductible'])
    expect(await listed(cut, 'on=2020-02-10&known=2020-01-20')).toEqual({ inForce: [], layer: 'cn' })
    expect((await listed(cut, 'on=2020-02-10&known=2020-02-10&year=2020')).inForce).toEqual([
      'no (from 2020-01-29)',
    ])
  })

  it('of a calendar is the notice that was out, and of a table its figures of the day', async () => {
    const spring = async (known: string) => {
      const text = await textOf('calendar/2020', known, known)
      const off = said(text, 'Days off').filter(([name]) => name?.startsWith('春节'))
      return [...off, ...said(text, 'Make-up working days').filter(([day]) => day === '2020-02-01')]
    }
    expect(await spring('2020-01-20')).toEqual([
      ['春节', '2020-01-24 – 2020-01-30'],
      ['2020-02-01', '2020-02-01'],
    ])
    expect(await spring('2020-02-01')).toEqual([
      ['春节', '2020-01-24 – 2020-01-30'],
      ['春节（延长）', '2020-01-31 – 2020-02-02'],
    ])
    const table = await textOf('table/employee-inpatient', '2020-10-12', '2020-10-12')
    expect(linesOf(table, 'Values in force').length).toBeGreaterThan(3)
    expect(linesOf(table, 'Values in force')[0]!.citation!.borrowed).toBeDefined()
  })

  it('of measures are those in force, and of a document every paragraph', async () => {
    const measures = async (on: string) =>
      linesOf(await textOf('measure/shaoxing-2020-9', on, '2020-10-12'), 'During the epidemic').map(
        ({ line }) => line.split(' ')[0],
      )
    expect(await measures('2020-01-27')).toEqual([])
    expect(await measures('2020-02-10')).toContain('no-out-of-area-cut')
    const document = await textOf('document/shaoxing-2020-9', '2020-10-12', '2020-10-12')
    expect(linesOf(document, 'Text').some(({ text }) => text.includes('先救治后结算'))).toBe(true)
  })

  it('is empty before its time, and unknown only where there is no such rule', async () => {
    expect((await textOf('item/claims.inpatient', '1999-01-01', '1999-01-01')).sections).toEqual([])
    const none = await api(`GET /policy/places/${PLACE}/rules/item/claims.none/text`, leader)
    expect([none.status, none.body.code]).toEqual([404, 'rule-unknown'])
    const elsewhere = await api(`GET /policy/places/cn-99/rules/item/claims.inpatient/text`, leader)
    expect(elsewhere.body.code).toBe('pack-unknown')
  })
})
