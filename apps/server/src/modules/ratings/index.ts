/** What people say of the service of their case (好差评): one case, one rating. */
export { ratingOf, rateCase, type RatingInput } from './rating.service.ts'
export { countRatings, ratedCases, type RatingScope } from './rating.queries.ts'
export { badGrades, grades, type Grade } from './reasons.ts'
export { ratingsRoutes, type RatingsContext } from './ratings.routes.ts'
