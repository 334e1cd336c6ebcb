export * from './scheme.ts'
export { LARGEST_CLAIM } from './arithmetic.ts'
export { reimburse } from './reimburse.ts'
export { explain, replay, type Explanation } from './explain.ts'
