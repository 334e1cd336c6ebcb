import { PAYERS, POTS } from '@yichuang/benefits'
import { z } from 'zod'
import { CARE_PLACES, Day, Id, LEVELS, PERSON_CLASSES, Share } from './common.ts'

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

/** `examples/*.yaml`: claims whose answer is known; a test runs every one. Amounts in fen. */
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
        expect: z.strictObject({
          total: ExampleFen,
          inScope: ExampleFen,
          outOfAreaFirst: ExampleFen.optional(),
          deductible: ExampleFen,
          fund: ExampleFen.meta({ description: 'What the basic fund pays' }),
          person: ExampleFen.meta({ description: 'After the whole chain, where payers are given' }),
          payers: z.partialRecord(z.enum(PAYERS), ExampleFen).optional(),
          cash: ExampleFen.optional(),
        }),
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
  })
  .meta({ title: 'Worked examples' })
