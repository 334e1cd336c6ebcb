import { z } from 'zod'
import { Day, RegionCode } from './common.ts'
import { endpoint } from './endpoint.ts'

const Named = z.object({ id: z.string(), title: z.string() })

/** A scheme whose tables a place has loaded, or lends from another place. */
export const CalculatorScheme = z.object({
  insurance: z.enum(['employee', 'resident']),
  kind: z.enum(['inpatient', 'outpatient']),
  /** first day on which it can be worked out; null where a table it needs is not loaded at all */
  from: Day.nullable(),
  /** name of the place whose figures stand in */
  borrowedFrom: z.string().nullable(),
  /** recognised diseases with rules of their own */
  diseases: z.array(Named),
})

/** A place the calculator can be asked about, and what to ask there. */
export const CalculatorPlace = z.object({
  pack: z.string(),
  regionCode: RegionCode,
  name: z.string(),
  /** only published figures for testing and borrowing; nothing can be applied for there */
  figuresOnly: z.boolean(),
  schemes: z.array(CalculatorScheme),
  /** groups of people that the place's rules tell apart */
  groups: z.array(Named),
  /** payers after the basic fund, who keep account of the year on their own */
  stages: z.array(
    Named.extend({
      insurance: z.enum(['employee', 'resident']),
      kind: z.enum(['inpatient', 'outpatient']),
      /** first day on which it has its place in the chain */
      from: Day,
      /** years of unbroken enrolment raise its cap */
      countsYears: z.boolean(),
    }),
  ),
})
export type CalculatorPlace = z.infer<typeof CalculatorPlace>
export const toolPlaces = endpoint({
  method: 'GET',
  path: '/tools/places',
  access: ['public'],
  summary: 'Places the benefit calculator knows, from which day on, and what to ask there',
  reply: z.object({ items: z.array(CalculatorPlace) }),
})
