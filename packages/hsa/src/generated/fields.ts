// Made by scripts/generate.ts from tables/; do not edit.
import type { FieldSpec } from '../spec.ts'
import { part1 } from './fields-1.ts'
import { part2 } from './fields-2.ts'
import { part3 } from './fields-3.ts'
import { part4 } from './fields-4.ts'
import { part5 } from './fields-5.ts'
/** Fields that stand in several places, none of them required by itself. */
export const f = { ...part1, ...part2, ...part3, ...part4, ...part5 } satisfies Record<string, FieldSpec>
