import { PARTS, PAYERS, POTS } from '@yichuang/benefits'
import { z } from 'zod'
import { Amount, Id, PERSON_CLASSES, Share, SourceRef, Text, validity } from './common.ts'

const row = { ...validity, source: SourceRef, note: z.string().min(1).optional() }
const who = {
  group: Id.optional().meta({
    description: 'Only for people of this group of the chain file; left out = for those no other row names',
  }),
  personClass: z.enum(PERSON_CLASSES).optional(),
}

/**
 * `benefits/<id>.yaml` with a `payer`: the tables of a payer after the basic fund. A part that is left out is not loaded
 * yet, and the chain then says what is missing; a part that is there decides every case, or names it under `unknown`. A
 * payer that can be calculated says its yearly cap: an amount, that there is none, or that it is unknown.
 */
export const SupplementFile = z
  .strictObject({
    id: Id,
    override: z.literal(true).optional(),
    title: Text,
    insurance: z.enum(['employee', 'resident']),
    payer: z.enum(PAYERS).meta({ description: 'Name of the amount in the national interface (setlinfo)' }),
    rounding: z.enum(['each-band', 'total']),
    note: z.string().min(1).optional(),
    deductible: z
      .strictObject({
        rows: z.array(
          z.strictObject({
            ...who,
            amount: Amount.optional().meta({ description: 'Once a year' }),
            none: z.literal(true).optional().meta({ description: 'Pays from the first fen' }),
            ...row,
          }),
        ),
      })
      .optional(),
    bands: z
      .strictObject({
        base: z.enum(['absolute', 'over-deductible']),
        yearToDate: z.boolean(),
        rows: z.array(
          z.strictObject({
            ...who,
            above: Amount,
            upTo: Amount.optional(),
            fundShare: Share,
            ...row,
          }),
        ),
      })
      .optional(),
    yearlyCap: z
      .strictObject({
        counts: z
          .enum(['own', 'with-basic'])
          .meta({ description: 'with-basic: one cap for the basic fund and this payer together' }),
        rows: z.array(
          z.strictObject({ ...who, amount: Amount.optional(), none: z.literal(true).optional(), ...row }),
        ),
      })
      .optional(),
    enrolmentBonus: z
      .array(
        z.strictObject({
          perYear: Amount.meta({
            description: 'A counted year of unbroken enrolment raises the cap by this',
          }),
          most: Share.meta({ description: 'All years together raise it by this part of it at most' }),
          countsAfter: z.int().min(0).max(50).optional().meta({
            description:
              'Whole years of unbroken enrolment that do not count yet; left out = the document does not say, and no year counts until it is loaded',
          }),
          ...row,
        }),
      )
      .optional(),
    unknown: z
      .array(z.strictObject({ part: z.enum(['deductible', 'bands', 'yearlyCap']), ...who, why: Text }))
      .optional()
      .meta({
        description:
          'Cases the document does not decide, each with why; a table decides every other case, or it is refused',
      }),
  })
  .meta({ title: 'Tables of a payer after the basic fund' })

/**
 * `benefits/chain.yaml`: who pays after whom (一站式), on what of that which the payers before leave, and for whom. The
 * order of a place is data: another place needs no program.
 */
export const ChainFile = z
  .strictObject({
    id: Id,
    override: z.literal(true).optional(),
    title: Text,
    note: z.string().min(1).optional(),
    groups: z
      .array(
        z.strictObject({
          id: Id,
          title: Text,
          age: z
            .strictObject({ from: z.int().min(1).max(150) })
            .optional()
            .meta({
              description: 'Told by the day of birth: everybody of this age or older; never recorded',
            }),
        }),
      )
      .optional()
      .meta({ description: 'Groups of people with rules of their own; a person in several has the first' }),
    chains: z
      .array(
        z.strictObject({
          insurance: z.enum(['employee', 'resident']),
          kind: z.enum(['inpatient', 'outpatient']),
          ...row,
          stages: z
            .array(
              z.strictObject({
                table: Id,
                worksOn: z.array(z.enum(PARTS)).min(1),
                only: z.literal('in-plan').optional(),
                entitled: z.array(Id).min(1).meta({ description: 'everyone, or groups of this file' }),
                source: SourceRef,
              }),
            )
            .meta({ description: 'In this order after the basic fund; other payers come before it' }),
          account: z
            .array(
              z.strictObject({ pot: z.enum(POTS), pays: z.array(z.enum(PARTS)).min(1), source: SourceRef }),
            )
            .optional(),
        }),
      )
      .min(1),
  })
  .meta({ title: 'Chain of payers' })
