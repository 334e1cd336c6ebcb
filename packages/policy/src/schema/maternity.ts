import { MATERNITY_BENEFITS } from '@yichuang/benefits'
import { z } from 'zod'
import { Amount, Id, Share, SourceRef, Text, validity } from './common.ts'

/** Which is done first with wage ÷ days of a month × days of leave. */
export const ALLOWANCE_ROUNDINGS = ['divide-then-multiply', 'multiply-then-divide'] as const
/** What the fund pays of medical costs: a sum whatever the bill, the bill up to a sum, or a share of it. */
export const MEDICAL_DESIGNS = ['fixed', 'limit', 'ratio'] as const

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
      .array(z.strictObject({ order: z.enum(ALLOWANCE_ROUNDINGS), ...row }))
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
    rewardLeave: z
      .array(
        z.strictObject({
          children: z
            .string()
            .regex(/^[1-9](?:-[1-9]|\+)?$/, { error: 'children' })
            .optional()
            .meta({ description: 'Only for these children of the mother: "1", "2-3", "3+"; left out = any' }),
          days: Count,
          ...row,
        }),
      )
      .optional()
      .meta({ description: 'Reward leave (奖励假, 延长产假) beyond the days of the country' }),
    bonusDays: z
      .array(
        z.strictObject({
          days: Count.optional(),
          none: z.literal(true).optional(),
          leave: z.literal(true).optional(),
          ...row,
        }),
      )
      .optional()
      .meta({
        description:
          'Days of reward leave the fund pays for: a number, leave: true for all of rewardLeave, or none: true',
      }),
    medical: z
      .array(
        z.strictObject({
          benefit: z.enum(MATERNITY_BENEFITS),
          kind: Id.meta({ description: 'normal, caesarean, miscarriage, iud-insertion …' }),
          design: z.enum(MEDICAL_DESIGNS),
          amount: Amount.optional(),
          share: Share.optional(),
          ...row,
        }),
      )
      .optional(),
  })
  .meta({ title: 'Maternity benefits' })
