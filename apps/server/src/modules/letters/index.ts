/** Letters with verification codes, and messages to people. */
export {
  letterKinds,
  type DecisionContent,
  type LetterContent,
  type LetterKind,
  type LetterSection,
  type LetterStep,
} from './content.ts'
export { letterFile } from './letter-file.service.ts'
export { issue, lettersOf, send, sendToAll, titles, type LetterOwner } from './letter.service.ts'
export { lettersRoutes, type LettersDeps } from './letters.routes.ts'
