type Values = Readonly<Record<string, string>>
type Sentence = (v: Values) => { en: [what: string, mend: string]; zh: [what: string, mend: string] }

/** What can be wrong with worked examples; part of the sentences in fault.ts. */
export const exampleSentences = {
  'example-differs': (v) => ({
    en: [
      `“${v.name}”: ${v.field} comes out as ${v.worked}, the example says ${v.expected}`,
      'Go through the working by hand once more; then correct the example (its amounts are in fen), or the row of the table it rests on.',
    ],
    zh: [
      `“${v.name}”：${v.field} 算得 ${v.worked}，算例写的是 ${v.expected}`,
      '请按 working 再手算一遍，然后改正算例（金额以分为单位），或改正它所依据的那一行。',
    ],
  }),
  'example-record': (v) => ({
    en: [
      `“${v.name}”: ${v.field} comes out as ${v.worked}, further from the recorded ${v.expected} than the record allows`,
      'Find out why before within is raised; the reason belongs into why.',
    ],
    zh: [
      `“${v.name}”：${v.field} 算得 ${v.worked}，与记载的 ${v.expected} 之差超出 within`,
      '请先查明原因；确需放宽 within 的，把理由写进 why。',
    ],
  }),
  'example-missing': (v) => ({
    en: [
      `“${v.name}” cannot be worked out: ${v.en} not loaded for this day, hospital and person`,
      'Load the rule, correct the scheme of the example, or write under assume what the source does not give.',
    ],
    zh: [
      `“${v.name}”无法计算：这一天、这一级医院、这类人员没有加载${v.zh}`,
      '请加载该规则，或改正算例的 scheme；来源没有写明的，写在 assume 中。',
    ],
  }),
  'example-known': (v) => ({
    en: [
      `“${v.name}” assumes ${v.part}, which this place has loaded`,
      'Remove it from assume; the example is then worked out with the rule itself.',
    ],
    zh: [`“${v.name}”假定了本地已经加载的 ${v.part}`, '请从 assume 中删去，改用规则本身计算。'],
  }),
  'example-claim': (v) => ({
    en: [`“${v.name}”: ${v.en}`, 'Correct the claim or the event of the example.'],
    zh: [`“${v.name}”：${v.zh}`, '请改正算例中的费用或事件。'],
  }),
} satisfies Record<string, Sentence>
