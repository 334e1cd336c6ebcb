/**
 * The platform cannot start or a command cannot go on, for a reason a person can mend. Its message is a Chinese
 * sentence and, on the next line, the same in English; whoever catches it prints the message without a stack.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly zh: string
  readonly en: string

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}\n${en}`, options)
    this.zh = zh
    this.en = en
  }
}
