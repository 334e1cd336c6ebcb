/** Filing care elsewhere (异地就医备案) as a case: checked and in force with the hand-in itself. */
export { remoteCareHandler } from './remote-care-handler.ts'
