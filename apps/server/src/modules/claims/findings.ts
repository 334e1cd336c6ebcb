import type { Fault } from '@yichuang/contracts'
import type { Fault as KernelFault } from '@yichuang/kernel'
import type { MissingRule } from '@yichuang/policy'
import type { Language, Sentences } from '../../platform/problem.ts'

/** What a check finds, all at once, in the reader's language. Paths are those of the content: `bills.0.amount`. */
export class Findings {
  readonly faults: Fault[] = []
  readonly warnings: Fault[] = []
  /** rules nobody has loaded, so that a person handles the case */
  readonly missing: MissingRule[] = []
  readonly #language: Language

  constructor(language: Language) {
    this.#language = language
  }

  /** Something that has to be mended before the case can be handed in. */
  fault(path: string, code: string, sentences: Sentences): void {
    this.faults.push({ path, code, message: sentences[this.#language] })
  }

  /** Something a person should look at; it stops nobody. */
  warn(path: string, code: string, sentences: Sentences): void {
    this.warnings.push({ path, code, message: sentences[this.#language] })
  }

  lacks(path: string, rule: MissingRule): void {
    if (!this.missing.some((other) => other.rule === rule.rule && other.key === rule.key))
      this.missing.push(rule)
    this.warn(path, 'rule-missing', rule.sentence)
  }
}

/** The sentences of a fault of the kernel; `where` goes in front of them. */
export function said({ sentences }: KernelFault, where: Sentences = NOWHERE): Sentences {
  return { zh: where.zh + sentences['zh-CN'], en: where.en + sentences.en }
}
const NOWHERE: Sentences = { zh: '', en: '' }
