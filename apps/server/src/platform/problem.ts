/** One sentence in both languages; Chinese is what most people read, English for everybody else. */
export interface Sentences {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Sentences

/** A named, expected failure: what is wrong, where, and how to mend it. `About` is what the sentences speak of. */
export interface ProblemDefinition<About> {
  /** kebab-case, unique in the platform; part of the API */
  readonly code: string
  /** HTTP status */
  readonly status: number
  readonly title: Sentences
  /** what is wrong here, in one sentence */
  readonly detail?: (about: About) => Sentences
  /** what the reader can do about it, in one sentence */
  readonly mend: Sentences | ((about: About) => Sentences)
  /** further members of the problem document, for programs */
  readonly members?: (about: About, language: Language) => Record<string, unknown>
  /** seconds after which it is worth trying again */
  readonly retryAfter?: number
}

/** RFC 9457 document, with our own `code`, `mend` and any members of the definition. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail?: string
  readonly mend: string
  readonly [member: string]: unknown
}

type AnyDefinition = ProblemDefinition<never>

const registry = new Map<string, AnyDefinition>()

/** A failure a person or program can act on. Thrown anywhere below a route; the HTTP layer renders it. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: string
  readonly status: number
  readonly retryAfter: number | undefined
  readonly #definition: ProblemDefinition<unknown>
  readonly #about: unknown

  constructor(definition: ProblemDefinition<unknown>, about: unknown, options?: ErrorOptions) {
    super(`${definition.code}: ${definition.detail?.(about).en ?? definition.title.en}`, options)
    this.code = definition.code
    this.status = definition.status
    this.retryAfter = definition.retryAfter
    this.#definition = definition
    this.#about = about
  }

  /** The document in the reader's language. */
  render(language: Language): ProblemDocument {
    const { title, detail, mend, members } = this.#definition
    return {
      ...members?.(this.#about, language),
      type: `/api/docs#problem-${this.code}`,
      title: title[language],
      status: this.status,
      code: this.code,
      ...(detail && { detail: detail(this.#about)[language] }),
      mend: (typeof mend === 'function' ? mend(this.#about) : mend)[language],
    }
  }
}

/** Makes problems of one definition. Without `detail`, `mend` or `members` that take something, call it bare. */
export type ProblemMaker<About> = {
  (
    ...args: undefined extends About
      ? [about?: About, options?: ErrorOptions]
      : [about: About, options?: ErrorOptions]
  ): Problem
  readonly code: string
}

/**
 * Registers a problem and returns its maker.
 * @example
 * export const CaseNotFound = defineProblem({
 *   code: 'case-not-found', status: 404,
 *   title: { zh: '没有这件办件', en: 'No such case' },
 *   detail: (about: { number: string }) => ({ zh: `没有 ${about.number}`, en: `There is no ${about.number}` }),
 *   mend: { zh: '请核对受理单上的编号', en: 'Check the number on the receipt' },
 * })
 * throw CaseNotFound({ number }, { cause })
 */
export function defineProblem<About = undefined>(definition: ProblemDefinition<About>): ProblemMaker<About> {
  if (registry.has(definition.code)) throw new Error(`Problem code ${definition.code} is defined twice`)
  registry.set(definition.code, definition)
  const make = (about?: About, options?: ErrorOptions) =>
    new Problem(definition as ProblemDefinition<unknown>, about, options)
  return Object.assign(make, { code: definition.code })
}

/** Every registered problem, by code; the documentation page lists them. */
export function allProblems(): ReadonlyMap<
  string,
  { status: number; title: Sentences; mend: Sentences | undefined }
> {
  return new Map(
    [...registry].map(([code, { status, title, mend }]) => [
      code,
      { status, title, mend: typeof mend === 'function' ? undefined : mend },
    ]),
  )
}
