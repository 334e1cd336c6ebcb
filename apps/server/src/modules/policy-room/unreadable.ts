import type { Sentences } from '../../platform/problem.ts'

/** Why no text can be read from a document; `said` lacks its full stop. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly said: Sentences

  constructor(said: Sentences) {
    super(said.en)
    this.said = said
  }
}
