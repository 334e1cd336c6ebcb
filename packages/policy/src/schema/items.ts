import { z } from 'zod'
import { CARE_PLACES, GROUPS, Id, Text, evidence, oneEvidence, validity } from './common.ts'

export const CHANNELS = [
  'window',
  'web',
  'mobile',
  'kiosk',
  'phone',
  'post',
  'station',
  'hospital',
  'helper',
  'im',
] as const

const Fact = z.strictObject({ ...Text.shape, ...evidence }).superRefine(oneEvidence)

const Limit = z
  .strictObject({
    workingDays: z.int().min(1).optional(),
    instant: z.literal(true).optional().meta({ description: '即时办结' }),
    ...evidence,
  })
  .superRefine((limit, context) => {
    oneEvidence(limit, context)
    if ((limit.workingDays === undefined) === (limit.instant === undefined))
      context.addIssue({ code: 'custom', message: 'limit' })
  })

const Condition = z
  .strictObject({
    carePlace: z.array(z.enum(CARE_PLACES)).min(1).optional(),
    accident: z.boolean().optional(),
    agent: z.boolean().optional().meta({ description: 'Somebody applies for the person' }),
    insurance: z
      .array(z.enum(['employee', 'resident']))
      .min(1)
      .optional()
      .meta({ description: 'How the person is insured' }),
    reason: z
      .array(Id)
      .min(1)
      .optional()
      .meta({ description: 'Why it is asked for: situations of the item' }),
  })
  .meta({ description: 'The material is needed only in this situation; every named field must fit' })

const Material = z
  .strictObject({
    id: Id,
    ...Text.shape,
    required: z.boolean(),
    when: Condition.optional(),
    formats: z.array(z.enum(['image', 'pdf', 'electronic-bill', 'spreadsheet', 'shared-data'])).min(1),
    later: z
      .strictObject({ days: z.int().min(1).max(366), groups: z.array(z.enum(GROUPS)).min(1).optional() })
      .optional()
      .meta({ description: '容缺: may be handed in within this many calendar days after the application' }),
    anyOf: z.array(Text).optional().meta({ description: 'Any one of these will do' }),
    ...evidence,
  })
  .superRefine(oneEvidence)

const Online = z.strictObject({
  channel: z.enum(['web', 'mobile']),
  title: Text,
  steps: z.array(Fact).min(1),
})

const content = {
  status: z
    .enum(['live', 'guide'])
    .meta({ description: 'live = can be applied for here; guide = can be read' }),
  title: Text,
  number: z.int().min(1).nullable().meta({
    description: 'Place in the national list; null = not in it, a service this platform gives besides',
  }),
  group: Id,
  code: z
    .strictObject({ digits: z.string().regex(/^\d{10}$/), ...evidence })
    .superRefine(oneEvidence)
    .nullable()
    .meta({
      description: 'Item type, department and item, the last ten digits of the national code; null = unknown',
    }),
  names: z
    .strictObject(evidence)
    .superRefine(oneEvidence)
    .meta({ description: 'What the name itself rests on' }),
  eligible: Fact,
  situations: z.array(
    z.strictObject({
      id: Id,
      ...Text.shape,
      reason: z
        .literal(true)
        .optional()
        .meta({ description: 'Why it is asked for: the applicant chooses one of these' }),
    }),
  ),
  materials: z.array(Material),
  channels: z.array(z.strictObject({ channel: z.enum(CHANNELS), ...evidence }).superRefine(oneEvidence)),
  steps: z.array(
    z.strictObject({
      ...Text.shape,
      by: z.enum(['person', 'agency', 'hospital']),
      note: z.string().optional(),
    }),
  ),
  limits: z.strictObject({ statutory: Limit.nullable(), promised: Limit.nullable() }),
  fee: z
    .strictObject({ ...Text.shape, ...evidence })
    .superRefine(oneEvidence)
    .nullable(),
  handling: z
    .strictObject({ class: z.enum(['instant', 'promised']), ...evidence })
    .superRefine(oneEvidence)
    .nullable()
    .meta({ description: '即办件 or 承诺件' }),
  online: z.array(Online),
  standards: z.array(Fact).meta({ description: 'Service standards the agency has bound itself to' }),
  notices: z.array(Fact).meta({ description: 'What people must know before they apply' }),
  runningCases: z.enum(['stay', 'move']).optional().meta({
    description:
      'What a new version means for cases already handed in: stay on theirs (unless said otherwise), or move, and people are told',
  }),
  replaces: z.array(Id).min(1).optional().meta({
    description: 'Items that are part of this one from this version on (合并), or that it was split from',
  }),
  process: Id.nullable(),
  handler: Id.nullable(),
}

const ItemVersion = z.strictObject({ ...validity, ...content })
const ItemChange = z.strictObject({
  ...validity,
  ...z.strictObject(content).partial().shape,
  limits: z
    .strictObject({ statutory: Limit.nullable().optional(), promised: Limit.nullable().optional() })
    .optional(),
})

/** `items/<id>.yaml` of the pack that defines the item. */
export const ItemBaseFile = z.strictObject({ id: Id, versions: z.array(ItemVersion).min(1) })

/** `items/<id>.yaml` with `override: true`: only what a place changes of the item. */
export const ItemOverrideFile = z.strictObject({
  id: Id,
  override: z.literal(true),
  versions: z.array(ItemChange).min(1),
})

/** `items/<id>.yaml`: a service item (事项), or what a place changes of it. */
export const ItemFile = z.union([ItemBaseFile, ItemOverrideFile]).meta({ title: 'Service item' })

const ROLES = ['person', 'clerk', 'reviewer', 'approver', 'finance', 'supervisor'] as const
const Act = z.strictObject({
  id: Id,
  title: Text,
  from: z.array(Id).min(1),
  to: Id.meta({ description: 'A state, or came-from: the state the case was in before' }),
  roles: z.array(z.enum(ROLES)).min(1),
  clock: z
    .enum(['start', 'pause', 'resume', 'stop'])
    .optional()
    .meta({ description: 'What the act does to the time limit; start leaves a running clock alone' }),
  pauseReason: Id.optional(),
  closes: z.boolean().optional(),
  needsReason: z.boolean().optional(),
})

/** `processes/<id>.yaml`: which act leads from which state to which, and who may do it. */
export const ProcessFile = z
  .strictObject({
    id: Id,
    override: z.literal(true).optional(),
    title: Text,
    versions: z
      .array(
        z.strictObject({
          ...validity,
          initial: Id,
          states: z.array(
            z.strictObject({
              id: Id,
              title: Text,
              final: z.boolean().optional(),
              refusal: z.boolean().optional(),
            }),
          ),
          acts: z.array(Act),
        }),
      )
      .min(1),
  })
  .meta({ title: 'Process' })
