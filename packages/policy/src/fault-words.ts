const WORDS: Readonly<Record<string, string>> = {
  primary: '一级医院',
  secondary: '二级医院',
  tertiary: '三级医院',
  active: '在职',
  retired: '退休',
  'resident-adult': '成年居民',
  'resident-minor': '未成年居民',
  'resident-senior': '老年居民',
  everyone: '所有人',
  'out-filed': '异地（已备案）',
  'out-referred': '异地（转诊）',
  'out-unreferred': '异地（未转诊）',
  deductible: '起付标准',
  bands: '分段支付比例',
  band: '分段',
  outOfArea: '异地就医待遇',
  yearlyCap: '年度限额',
  employee: '职工医保',
  resident: '居民医保',
}

/** The words of a file by which a case is named, in Chinese; what is no such word stays. */
export function inChinese(text: string): string {
  return text
    .replaceAll(/[A-Za-z]+(?:-[a-z]+)*/gu, (word) => WORDS[word] ?? word)
    .replaceAll(', ', '、')
    .replaceAll('; ', '；')
}
