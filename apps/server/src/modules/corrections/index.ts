/** Corrections (更正): a paid decision and the person's year after it worked out again, the difference paid or recovered (追回). */
export { openCorrections, type CorrectionsWorld } from './corrections-world.ts'
export { correctionsRoutes, type CorrectionsDeps } from './corrections.routes.ts'
export { correctionFigures } from './correction.queries.ts'
