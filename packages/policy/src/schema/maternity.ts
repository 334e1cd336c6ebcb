import { MATERNITY_BENEFITS } from '@yichuang/benefits'
import { z } from 'zod'
import { Amount, Id, Share, SourceRef, Text, validity } from './common.ts'

const row = { ...validity, source: SourceRef, note: z.string().min(1).optional() }
const Count = z.int().min(0).max(999)
const days = z.array(z.strictObject({ days: Count, ...row })).optional()

/**
 * `benefits/<id>.yaml` with `maternity: true`: parts of the maternity benefits. A place says only what it decides itself;
 * each other part holds as the packs it extends say it.
 */
export const MaternityFile = z
  .strictObject({
    id: Id,
    override: z.literal(true).optional(),
    title: Text,
    maternity: z.literal(true),
    note: z.string().min(1).optional(),
    divisor: z.array(z.strictObject({ value: Count.min(1), ...row })).optional(),
    rounding: z
      .array(z.strictObject({ order: z.enum(['divide-then-multiply', 'multiply-then-divide']), ...row }))
      .optional()
      .meta({ description: 'Whether the wage of a day is rounded to the fen, or only the whole' }),
    birthDays: days,
    difficultDays: days,
    moreBabyDays: days,
    miscarriage: z
      .strictObject({
        by: z.enum(['months', 'weeks']),
        rows: z.array(z.strictObject({ pregnancy: Count, days: Count, ...row })).min(1),
      })
      .optional(),
    bonusDays: z
      .array(z.strictObject({ days: Count.optional(), none: z.literal(true).optional(), ...row }))
      .optional()
      .meta({
        description: 'Days of reward leave the fund pays for; none: true where a rule says it does not',
      }),
    medical: z
      .array(
        z.strictObject({
          benefit: z.enum(MATERNITY_BENEFITS),
          kind: Id.meta({ description: 'normal, caesarean, miscarriage, iud-insertion …' }),
          design: z.enum(['fixed', 'limit', 'ratio']),
          amount: Amount.optional(),
          share: Share.optional(),
          ...row,
        }),
      )
      .optional(),
  })
  .meta({ title: 'Maternity benefits' })
