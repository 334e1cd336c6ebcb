// Made by scripts/generate.ts from tables/; do not edit.
import type { CodeList } from '../spec.ts'
import { part1 } from './code-lists-1.ts'
import { part2 } from './code-lists-2.ts'
import { part3 } from './code-lists-3.ts'
import { part4 } from './code-lists-4.ts'
/** The code lists (字典) the fields refer to: value to Chinese meaning. Most are open: places add values. */
export const codeLists: Readonly<Record<string, CodeList>> = { ...part1, ...part2, ...part3, ...part4 }
