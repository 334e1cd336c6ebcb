import { z } from 'zod'
import { Day } from './common.ts'

export const RatingGrade = z.enum([
  'very-satisfied',
  'satisfied',
  'fairly-satisfied',
  'dissatisfied',
  'very-dissatisfied',
])
export const RatingView = z.object({
  grade: RatingGrade,
  reasons: z.array(z.string()),
  text: z.string(),
  day: Day,
})
