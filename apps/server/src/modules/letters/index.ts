/** Letters with verification codes, and messages to people. */
export {
  letterKinds,
  type DecisionContent,
  type LetterContent,
  type LetterKind,
  type LetterSection,
  type LetterStep,
} from './content.ts'
export { currentLetter, issue, lettersOf, send, titles, verify, type LetterOwner } from './letter.service.ts'
