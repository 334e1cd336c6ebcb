export { rotateField, type RotateOptions, type Rotated } from './rotate.ts'
export { sealedField, type SealedField } from './sealed.queries.ts'
export { sealedReplies } from './replies.queries.ts'
