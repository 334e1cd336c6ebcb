import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Id, RegionCode } from './common.ts'

export const targetKinds = ['materials', 'limits', 'non-instant', 'process'] as const

/** A figure of one side of a comparison; `confirmed` is false where no document stands behind it (来源待核). */
const Side = z.object({ count: z.int().nullable(), confirmed: z.boolean() })
/** `cut` as `66.7%`; null when there is nothing to compare. `reached` is null without a target or a cut. */
const Reading = z.object({ cut: z.string().nullable(), reached: z.boolean().nullable() })

export const Target = z.object({
  kind: z.enum(targetKinds),
  /** null: this place has loaded no such target; `missing` says who can */
  aim: z
    .object({ percent: z.string(), citation: z.string(), clause: z.string(), quote: z.string() })
    .nullable(),
  missing: z.string().nullable(),
  pooled: Reading,
  mean: Reading,
  /** items the figures are made of, of all that the target is about */
  compared: z.int(),
  inScope: z.int(),
  items: z.array(
    z.object({
      itemId: z.string(),
      itemName: z.string(),
      baseline: Side,
      here: Side,
      /** finished on the spot by the national rule: nothing to cut */
      instant: z.boolean(),
      cut: z.string().nullable(),
      reached: z.boolean().nullable(),
      /** the most that would still reach the target */
      mostAllowed: z.int().nullable(),
      missing: z.string().nullable(),
    }),
  ),
})

const direction = z.enum(['better', 'same', 'worse', 'unknown'])
/** One entry of a list: whether the national item has it, and whether this place asks for it (null: not loaded). */
const Listed = z.object({ title: z.string(), national: z.boolean(), here: z.boolean().nullable() })
export const ScoreCard = z.object({
  itemId: z.string(),
  itemName: z.string(),
  live: z.boolean(),
  materials: z.object({ direction, cut: z.string().nullable(), list: z.array(Listed) }),
  process: z.object({ direction, cut: z.string().nullable(), list: z.array(Listed) }),
  limit: z.object({
    direction,
    cut: z.string().nullable(),
    /** working days; 0 is on the spot */
    statutoryDays: z.int().nullable(),
    promisedDays: z.int().nullable(),
    /** median of the cases decided within the period */
    actualP50: z.number().nullable(),
    decided: z.int(),
  }),
  quality: z.object({
    direction,
    satisfaction: z.string().nullable(),
    /** of as many days just before the period */
    satisfactionBefore: z.string().nullable(),
    rated: z.int(),
    badRatings: z.int(),
  }),
  /** what the agency has bound itself to (服务标准), to be gone through; the clause where there is one */
  standards: z.array(z.object({ text: z.string(), clause: z.string().nullable() })),
  /** how the item became what it is, oldest first; counts are null where the stage has no list of its own */
  history: z.array(
    z.object({
      from: Day,
      until: Day.nullable(),
      materials: z.int(),
      steps: z.int(),
      promisedDays: z.int().nullable(),
      /** items it took in or was split from at this stage */
      replaces: z.array(z.string()),
    }),
  ),
  /** items that took its place */
  successors: z.array(z.string()),
  /** what this place says otherwise than the packs above it, part by part */
  differs: z.array(z.string()),
})

export const getTargets = endpoint({
  method: 'GET',
  path: '/supervision/targets',
  access: ['supervisor', 'administrator', 'auditor'],
  summary: 'Targets of the place against the national baseline, computed, and the score card of each item',
  query: z.object({ regionCode: RegionCode, from: Day, to: Day, officeId: Id.optional() }),
  reply: z.object({
    /** the rules are those in force on this day */
    on: Day,
    targets: z.array(Target),
    cards: z.array(ScoreCard),
    /** whether one item is the same everywhere in the city: what counties say otherwise, none when it is */
    sameness: z.object({
      places: z.array(z.string()),
      differences: z.array(
        z.object({
          place: z.string(),
          itemName: z.string(),
          parts: z.array(z.string()),
          /** word by word: what the city says, and what the county says in its place */
          details: z.array(
            z.object({ what: z.string(), city: z.string().nullable(), here: z.string().nullable() }),
          ),
        }),
      ),
    }),
    definitions: z.array(z.object({ id: z.string(), version: z.int(), text: z.string() })),
  }),
})
