import { z } from 'zod'
import {
  Amount,
  CARE_PLACES,
  Day,
  Id,
  LEVELS,
  PERSON_CLASSES,
  Share,
  SourceRef,
  Text,
  validity,
} from './common.ts'

export const UNITS = [
  'yuan',
  'ratio',
  'date',
  'working-days',
  'days',
  'office-hours',
  'counting-day',
  'boolean',
  'text',
] as const

/** `parameters/**.yaml`: one number of the law and its history. No values = declared, to be loaded by a place. */
export const ParameterFile = z
  .strictObject({
    id: Id,
    override: z.literal(true).optional().meta({ description: 'Replaces the definition of the pack below' }),
    title: Text,
    unit: z.enum(UNITS),
    key: z.string().min(1).optional().meta({ description: 'What the values are told apart by: bill-year' }),
    note: z.string().min(1).optional(),
    values: z.array(
      z.strictObject({
        key: z.union([z.string(), z.number()]).transform(String).optional(),
        ...validity,
        value: z.union([z.string(), z.number(), z.boolean()]).transform(String),
        source: SourceRef,
        note: z.string().min(1).optional(),
      }),
    ),
  })
  .meta({ title: 'Parameter' })

const facts = {
  level: z.enum(LEVELS).optional().meta({ description: 'Only for hospitals of this level; left out = any' }),
  personClass: z.enum(PERSON_CLASSES).optional(),
}
const row = { ...validity, source: SourceRef, note: z.string().min(1).optional() }

/** 门诊慢特病: the tables hold for these diseases only, each with a cap or several with one together. */
const Chronic = z.strictObject({
  diseases: z
    .array(
      z.strictObject({
        id: Id,
        code: z.string().min(1).optional().meta({ description: 'National code of the disease: M03900' }),
        title: Text,
      }),
    )
    .min(1),
  caps: z
    .array(
      z.strictObject({
        diseases: z.array(Id).min(1).meta({ description: 'Several: one cap for who has them all' }),
        amount: Amount,
        ...row,
      }),
    )
    .optional(),
})

/**
 * `benefits/<insurance>-<kind>.yaml`: the tables of one scheme. A row holds for the hospital level and person class it
 * names, or for any; two rows that hold for the same person on the same day are a fault, and so is a part that leaves a case
 * open without naming it under `unknown`.
 */
export const BenefitFile = z
  .strictObject({
    id: Id,
    override: z.literal(true).optional(),
    title: Text,
    insurance: z.enum(['employee', 'resident']),
    kind: z.enum(['inpatient', 'outpatient']),
    rounding: z.enum(['each-band', 'total']),
    note: z.string().min(1).optional(),
    deductible: z
      .strictObject({
        design: z.enum(['per-year', 'per-admission']),
        rows: z.array(
          z.strictObject({
            ...facts,
            admission: z
              .int()
              .min(1)
              .optional()
              .meta({ description: 'n-th admission of the year; the last one repeats' }),
            amount: Amount,
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
            ...facts,
            above: Amount.meta({ description: 'Where the band begins; the first begins at 0' }),
            upTo: Amount.optional().meta({ description: 'Where it ends; the last band has none' }),
            fundShare: Share,
            ...row,
          }),
        ),
      })
      .optional(),
    ownShareFactor: z.array(z.strictObject({ ...facts, value: Share, ...row })).optional(),
    outOfArea: z
      .strictObject({
        design: z.enum(['self-pay-first', 'cut-in-share']),
        rows: z.array(
          z.strictObject({
            carePlace: z.enum(['out-filed', 'out-referred', 'out-unreferred']),
            value: Share,
            ...row,
          }),
        ),
      })
      .optional(),
    yearlyCap: z
      .array(
        z.strictObject({
          ...facts,
          amount: Amount.optional(),
          none: z.literal(true).optional().meta({ description: 'Where a rule says that there is no cap' }),
          ...row,
        }),
      )
      .optional(),
    transfer: z
      .array(z.strictObject({ design: z.enum(['continuous', 'new-admission']), ...row }))
      .optional()
      .meta({ description: 'Transfer to another hospital within one illness (转院)' }),
    chronic: Chronic.optional(),
    unknown: z
      .array(
        z.strictObject({
          part: z.enum(['deductible', 'bands', 'outOfArea', 'yearlyCap']),
          ...facts,
          carePlace: z.enum(CARE_PLACES).optional(),
          why: Text,
        }),
      )
      .optional()
      .meta({
        description:
          'Cases the document does not decide, each with why; a table decides every other case, or it is refused',
      }),
  })
  .meta({ title: 'Benefit tables' })

/** `benefits/borrowed.yaml`: figures of another place that stand in until this place's own are loaded. */
export const BorrowFile = z
  .strictObject({
    id: z.literal('borrowed'),
    from: Day.meta({ description: 'First day on which the borrowed figures stand in' }),
    borrow: z.strictObject({
      pack: Id,
      readOn: Day.meta({ description: 'The day on which the lender’s figures are read' }),
      why: Text,
      schemes: z.array(Id).min(1),
      supplements: z.array(Id).min(1).optional().meta({
        description:
          'Payers after the basic fund; the lender’s order of payers comes along where all its payers do',
      }),
    }),
  })
  .meta({ title: 'Borrowed benefit tables' })
