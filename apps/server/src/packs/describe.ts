import type { Pack, PackFault } from '@yichuang/policy'

export type Language = 'zh' | 'en'

/** The faults as a person reads them: where, what is wrong, how to mend it. */
export function describeFaults(faults: readonly PackFault[], language: Language): string {
  const lines = faults.map(({ file, line, column, what, mend, zh }) => {
    const [said, how] = language === 'zh' ? [zh.what, zh.mend] : [what, mend]
    return `${file}:${line}:${column}\n  ${said}${language === 'zh' ? '。' : '.'}\n  → ${how}`
  })
  const count =
    language === 'zh'
      ? `政策包有 ${faults.length} 处错误，未加载。`
      : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the policy packs; none was loaded.`
  return [...lines, count].join('\n\n')
}

/** What was loaded, and in which points each place differs from the packs it extends. */
export function describePacks(packs: Iterable<Pack>, language: Language): string {
  return [...packs].map((pack) => describePack(pack, language)).join('\n')
}

/** That nothing is wrong, in one line: what an editor wants to see after each save. */
export function describeSound(packs: ReadonlyMap<string, Pack>, language: Language): string {
  const examples = [...packs.values()].reduce((sum, pack) => sum + examplesOf(pack), 0)
  return language === 'zh'
    ? `${packs.size} 个政策包没有错误，${examples} 个算例全部算对。`
    : `${packs.size} packs without a fault, ${examples} examples worked out.`
}

function examplesOf({ examples, stageExamples, allowanceExamples }: Pack): number {
  return examples.length + stageExamples.length + allowanceExamples.length
}

function describePack(pack: Pack, language: Language): string {
  const { id, version, hash, title, documents, parameters, items, calendars, overrides, borrowed } = pack
  const measures = [...pack.measures.values()].flatMap((set) => set.measures).length
  const zh = language === 'zh'
  const examples = examplesOf(pack)
  const own = [...documents.values()].filter((document) => document.pack === id).length
  const head = `${title[language]}  ${id} ${version} ${hash.slice(0, 12)}`
  const counts = zh
    ? `文件 ${own}，参数 ${parameters.size}，事项 ${items.size}，日历 ${calendars.length} 版，应急措施 ${measures}${examples > 0 ? `，算例 ${examples} 个全部算对` : ''}`
    : `${own} documents, ${parameters.size} parameters, ${items.size} items, ${calendars.length} calendar versions, ${measures} relief measures${examples > 0 ? `, ${examples} examples worked out` : ''}`
  const lines = [head, `  ${counts}`]
  for (const { kind, id: what, ofPack, fields } of overrides) {
    const detail = fields ? ` (${fields.join(', ')})` : ''
    lines.push(
      zh
        ? `  不同于 ${ofPack}：${kind} ${what}${detail}`
        : `  differs from ${ofPack}: ${kind} ${what}${detail}`,
    )
  }
  if (borrowed)
    lines.push(
      zh
        ? `  自 ${borrowed.from} 起借用 ${borrowed.lender} 的待遇表：${[...borrowed.tables.keys()].join('、')}`
        : `  borrows from ${borrowed.lender} since ${borrowed.from}: ${[...borrowed.tables.keys()].join(', ')}`,
    )
  return lines.join('\n')
}
