import { PARTS } from '@yichuang/benefits'
import { z } from 'zod'
import { Amount, Day, GROUPS, Id, Share, SourceRef, Text, validity } from '../schema/common.ts'
import { CHANNELS } from '../schema/items.ts'

const Effect = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({
        kind: z.literal('set-parameter'),
        parameter: Id,
        key: z.union([z.string(), z.number()]).transform(String).optional(),
        value: z.union([z.string(), z.number(), z.boolean()]).transform(String),
      }),
      z.strictObject({ kind: z.literal('waive-out-of-area-cut') }),
      z.strictObject({
        kind: z.literal('adjust-payer'),
        table: Id.meta({ description: 'Tables of a payer after the basic fund: critical illness, aid …' }),
        deductible: Amount.optional().meta({ description: '0 waives it' }),
        raiseShare: Share.optional().meta({ description: 'Every band pays this much more: 0.1 = 10 points' }),
        yearlyCap: Amount.optional(),
      }),
      z.strictObject({
        kind: z.literal('take-over-rest'),
        pays: z.array(z.enum(PARTS)).min(1).meta({
          description: 'Of what basic fund, critical illness, aid and the others leave',
        }),
        only: z.literal('in-plan').optional(),
        entitled: z.array(Id).min(1).optional().meta({
          description: 'Groups of the chain file; left out = everybody the measure is for',
        }),
      }),
      z.strictObject({
        kind: z.literal('papers-later'),
        materials: z
          .array(Id)
          .min(1)
          .optional()
          .meta({ description: 'Left out = every material of the item' }),
        days: z.int().min(1).max(366).optional().meta({
          description: 'Calendar days after the hand-in, where the document says; otherwise the leader says',
        }),
      }),
      z.strictObject({ kind: z.literal('open-channel'), channel: z.enum(CHANNELS) }),
      z.strictObject({ kind: z.literal('set-limit'), workingDays: z.int().min(1).max(400) }),
      z.strictObject({ kind: z.literal('larger-prescription'), days: z.int().min(1).max(366).optional() }),
      z.strictObject({ kind: z.literal('internet-care') }),
      z.strictObject({
        kind: z.literal('settle-later'),
        patients: z
          .enum(['elsewhere'])
          .optional()
          .meta({ description: 'People insured elsewhere (异地就医患者); left out = every patient' }),
      }),
      z.strictObject({ kind: z.literal('prepay-hospitals') }),
      z.strictObject({ kind: z.literal('limit-numbers'), perDay: z.int().min(1).optional() }),
    ],
    { error: 'effect' },
  )
  .meta({ description: 'What the measure does: exactly one of these, and nothing else' })

const Measure = z.strictObject({
  id: Id,
  title: Text,
  effect: Effect,
  items: z.array(Id).min(1).optional().meta({ description: 'Items it concerns; left out = all' }),
  groups: z.array(z.enum(GROUPS)).min(1).optional().meta({ description: 'People it is for; left out = all' }),
  from: Day.optional().meta({
    description: 'The document itself puts it in force from this day; left out = a leader switches it on',
  }),
  until: validity.until,
  fromBasis: validity.fromBasis,
  longest: Day.optional().meta({ description: 'The last day the document allows, where it names one' }),
  note: z.string().min(1).optional(),
  source: SourceRef,
})

/** `measures/<id>.yaml`: the relief measures (应急措施) of one document, each with its one typed effect and its clause. */
export const MeasureFile = z
  .strictObject({
    id: Id,
    title: Text,
    occasion: Text.meta({ description: 'What people are told it is for: 疫情防控期间' }),
    warnDays: z.int().min(1).max(90).meta({
      description: 'A working setting, not a rule: the leader is warned this many days before an end',
    }),
    permanence: z
      .strictObject({ source: SourceRef })
      .optional()
      .meta({ description: 'The clause by which measures that worked are made permanent (固化)' }),
    measures: z.array(Measure).min(1),
  })
  .meta({ title: 'Relief measures' })
