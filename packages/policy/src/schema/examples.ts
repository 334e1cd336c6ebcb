import { PAYERS, POTS } from '@yichuang/benefits'
import { z } from 'zod'
import { Amount, CARE_PLACES, Day, Id, LEVELS, PERSON_CLASSES, Share } from './common.ts'
import { ALLOWANCE_ROUNDINGS } from './maternity.ts'

const ExampleFen = z.int().min(0)
const place = {
  insurance: z.enum(['employee', 'resident']),
  kind: z.enum(['inpatient', 'outpatient']),
  level: z.enum(LEVELS),
  personClass: z.enum(PERSON_CLASSES),
  carePlace: z.enum(CARE_PLACES),
  on: Day,
}
const special = {
  groups: z.array(Id).optional(),
  disease: Id.optional(),
  recognised: z.array(Id).optional(),
  transferred: z.literal(true).optional(),
}
const StageUsed = z.strictObject({
  inScopeUsed: ExampleFen,
  deductibleUsed: ExampleFen,
  fundPaid: ExampleFen,
})

const why = z.string().min(1)

/** What no document of the place gives and this example needs; it is never read for a person. */
const Assumed = z
  .strictObject({
    deductible: Amount.optional().meta({ description: 'Yuan, where the source gives none for the case' }),
    fundShare: Share.optional().meta({ description: 'Where the source gives no share for the case' }),
    why,
  })
  .meta({ description: 'Refused as soon as the place has loaded the part itself' })

const ExpectedAmounts = {
  total: ExampleFen,
  inScope: ExampleFen,
  outOfAreaFirst: ExampleFen.optional(),
  deductible: ExampleFen,
  fund: ExampleFen.meta({ description: 'What the basic fund pays' }),
  person: ExampleFen.meta({ description: 'After the whole chain, where payers are given' }),
  payers: z.partialRecord(z.enum(PAYERS), ExampleFen).optional(),
  cash: ExampleFen.optional(),
}

/** An amount on paper of a settlement that really happened, which may have been rounded in another order. */
const Recorded = z.strictObject({
  of: z.string().min(1).meta({ description: 'Number of the settlement' }),
  within: ExampleFen.meta({ description: 'By how many fen each amount may differ from ours' }),
  why,
  amounts: z.strictObject(ExpectedAmounts).partial(),
})

const Wage = ExampleFen.meta({
  description: 'Average monthly wage of the employer in the year before, in fen',
})
const MaternityEvent = z.strictObject({
  outcome: z.enum(['birth', 'miscarriage']),
  difficult: z.literal(true).optional(),
  babies: z.int().min(1).optional(),
  child: z.int().min(1).optional().meta({ description: 'Which child of the mother; the first of several' }),
  months: z.int().min(0).optional().meta({ description: 'Full months of pregnancy at a miscarriage' }),
  weeks: z.int().min(0).optional(),
  monthlyWage: Wage,
})
const AllowanceExample = z.strictObject({
  name: z.string().min(1),
  working: z.string().min(1),
  on: Day,
  event: MaternityEvent,
  assume: z
    .strictObject({
      divisor: z.int().min(1).optional(),
      rounding: z.enum(ALLOWANCE_ROUNDINGS).optional(),
      bonusDays: z
        .strictObject({
          days: z.int().min(0).optional(),
          none: z.literal(true).optional(),
          leave: z.literal(true).optional(),
        })
        .optional(),
      why,
    })
    .optional(),
  expect: z.strictObject({ days: z.int().min(0), allowance: ExampleFen }),
})

/** `examples/*.yaml`: claims whose answer is known; the pack check runs every one. Amounts in fen. */
export const ExampleFile = z
  .strictObject({
    id: Id,
    examples: z.array(
      z.strictObject({
        name: z.string().min(1),
        working: z.string().min(1).meta({ description: 'The arithmetic by hand, band by band' }),
        scheme: z.strictObject({ ...place, ...special }),
        claim: z.strictObject({
          lines: z
            .array(
              z.strictObject({
                name: z.string(),
                amount: ExampleFen,
                class: z.enum(['A', 'B', 'C']),
                selfPayRatio: Share.optional(),
                selfPayBy: Id.optional().meta({
                  description: 'Parameter of the pack that gives the first self-pay, instead of selfPayRatio',
                }),
                quantity: z.number().positive().optional(),
                ceilingPrice: ExampleFen.optional().meta({ description: 'With quantity: fen a unit (限价)' }),
                inPlan: z.literal(true).optional(),
              }),
            )
            .min(1),
          used: z
            .strictObject({
              deductibleUsed: ExampleFen.optional(),
              inScopeUsed: ExampleFen.optional(),
              fundPaid: ExampleFen.optional(),
              admissions: z.int().min(0).optional(),
              stages: z.record(Id, StageUsed).optional(),
              diseases: z.record(Id, ExampleFen).optional(),
            })
            .optional(),
          otherPaid: ExampleFen.optional(),
          bonusYears: z.int().min(0).optional(),
          transferred: z
            .strictObject({ admission: z.int().min(1), deducted: ExampleFen })
            .optional()
            .meta({ description: 'With scheme.transferred' }),
          accounts: z.partialRecord(z.enum(POTS), ExampleFen).optional(),
        }),
        assume: Assumed.optional(),
        expect: z.strictObject(ExpectedAmounts),
        record: Recorded.optional(),
      }),
    ),
    stages: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          working: z.string().min(1),
          table: Id,
          scheme: z.strictObject({ ...place, ...special }),
          base: ExampleFen.meta({ description: 'What the payers before leave of what it works on' }),
          used: StageUsed.optional(),
          paidByBasic: ExampleFen.optional(),
          bonusYears: z.int().min(0).optional(),
          expect: z.strictObject({ deductible: ExampleFen, paid: ExampleFen }),
        }),
      )
      .optional()
      .meta({
        description: 'One payer after the basic fund alone, where the rest of the chain is not loaded',
      }),
    allowances: z.array(AllowanceExample).optional().meta({ description: 'Maternity allowances' }),
  })
  .meta({ title: 'Worked examples' })
