import { inChinese } from './fault-words.ts'

type Values = Readonly<Record<string, string>>
type Sentence = (v: Values) => { en: [what: string, mend: string]; zh: [what: string, mend: string] }

/** What can be wrong with tables of benefits and chains of payers; part of the sentences in fault.ts. */
export const benefitSentences = {
  'band-backwards': (v) => ({
    en: [
      `The band ends at ${v.upTo} yuan, which is not above its beginning at ${v.above}`,
      'Correct above or upTo; a band ends where the next begins.',
    ],
    zh: [
      `分段的终点 ${v.upTo} 元不大于起点 ${v.above} 元`,
      '请改正 above 或 upTo；每一段在下一段开始处结束。',
    ],
  }),
  'amount-or-none': () => ({
    en: [
      'A row gives an amount, or says that there is none',
      'Write amount: 10000, or none: true, not both.',
    ],
    zh: ['每一行要么写金额，要么写明没有', '请写 amount: 10000 或 none: true，二者只写一个。'],
  }),
  'bonus-days': () => ({
    en: [
      'A row says one thing about reward leave',
      'Write days: 30, or leave: true for all days of rewardLeave, or none: true, and only one of them.',
    ],
    zh: [
      '每一行对奖励假只说一件事',
      '请写 days: 30，或 leave: true（全部奖励假都发津贴），或 none: true，三者只写一个。',
    ],
  }),
  children: (v) => ({
    en: [`“${v.given}” does not say for which children`, 'Write "1", "2-3" or "3+", between quotes.'],
    zh: [`“${v.given}”没有写明是第几个孩子`, '请写 "1"、"2-3" 或 "3+"，并加引号。'],
  }),
  'child-hole': (v) => ({
    en: [
      `The rows leave out the reward leave for child ${v.child}`,
      'Let the first row begin with child 1, and each next one where the one before ends.',
    ],
    zh: [`各行没有写第 ${v.child} 个孩子的奖励假`, '第一行请从第 1 个孩子写起，后一行接着前一行。'],
  }),
  'case-open': (v) => ({
    en: [
      `“${v.part}” has no row for: ${v.who}`,
      'Add the row; or, if the document does not decide the case, name it under unknown with part and why.',
    ],
    zh: [
      `“${inChinese(v.part!)}”（${v.part}）没有这些情形的行：${inChinese(v.who!)}`,
      '请补上该行；文件确实没有写明的，在 unknown 中写明 part 和 why。',
    ],
  }),
  'known-after-all': (v) => ({
    en: [
      `“${v.part}” is named unknown here, but the table has a row for the case`,
      'Remove this entry, or the row that has no basis.',
    ],
    zh: [`此处说“${v.part}”不明，表中却有这一情形的行`, '请删除这一条，或删除没有依据的行。'],
  }),
  'cap-unsaid': () => ({
    en: [
      'The table can be calculated, but does not say whether there is a yearly cap',
      'Add yearlyCap with an amount, or with none: true; if the document does not say, write unknown: [{ part: yearlyCap, why: … }].',
    ],
    zh: [
      '这张表已能计算，却没有写明有没有年度限额',
      '请写 yearlyCap 的金额，或 none: true；文件没有写明的，写 unknown: [{ part: yearlyCap, why: … }]。',
    ],
  }),
  'set-ends-apart': (v) => ({
    en: [
      `The rows that begin on ${v.from} form one set, but do not end on the same day`,
      'Give all rows of the set the same until, or let the changed rows begin a new set.',
    ],
    zh: [`${v.from} 起的各行是一组，却不在同一天终止`, '请让同组各行的 until 相同，或让变动的各行另起一组。'],
  }),
  'unknown-table': (v) => ({
    en: [
      `There are no tables “${v.table}” of a payer after the basic fund for ${v.insurance} insurance`,
      'Add them under benefits/ with a payer, or correct the name.',
    ],
    zh: [
      `没有险种 ${v.insurance} 的后续待遇表“${v.table}”`,
      '请在 benefits/ 中添加带 payer 的待遇表，或改正名称。',
    ],
  }),
  'unknown-payer': (v) => ({
    en: [
      `There are no tables “${v.table}” of a payer after the basic fund here`,
      'Correct the name, or load the tables of that payer under benefits/ first.',
    ],
    zh: [`这里没有后续待遇表“${v.table}”`, '请改正名称，或先在 benefits/ 中加载该支付方的待遇表。'],
  }),
  'adjusts-nothing': (v) => ({
    en: [
      `The measure changes nothing of “${v.table}”`,
      'Write a deductible (0 waives it), raiseShare (0.1 = 10 points) or yearlyCap.',
    ],
    zh: [
      `措施没有改变“${v.table}”的任何数额`,
      '请写 deductible（0 为免除起付线）、raiseShare（0.1 为提高 10 个百分点）或 yearlyCap。',
    ],
  }),
  'stage-twice': (v) => ({
    en: [
      `“${v.table}” stands twice in this chain`,
      'Remove one; a second payment of the same payer needs tables of its own.',
    ],
    zh: [`“${v.table}”在这条支付顺序中出现两次`, '请删除一个；同一渠道的第二次支付应另立待遇表。'],
  }),
  'unknown-person-group': (v) => ({
    en: [
      `No chain of this place knows a group “${v.group}”`,
      'Add it to groups of the chain file, or correct the name.',
    ],
    zh: [`本地支付顺序文件中没有人群“${v.group}”`, '请在支付顺序文件的 groups 中添加，或改正名称。'],
  }),
  'case-undecided': (v) => ({
    en: [
      `${v.part} of “${v.table}” says nothing for ${v.who}, who may have it by the chain`,
      'Add a row for them, or one without group for everybody else; none: true where there is none.',
    ],
    zh: [
      `“${v.table}”的${inChinese(v.part!)}（${v.part}）没有规定“${inChinese(v.who!)}”，而按支付顺序他们可以享受`,
      '请为其添加一行，或添加一行不写 group 的通用规定；确实没有的写 none: true。',
    ],
  }),
  'bonus-without-cap': () => ({
    en: ['The incentive raises a yearly cap, but there is none', 'Add yearlyCap, or remove enrolmentBonus.'],
    zh: ['连续参保激励提高年度限额，但没有年度限额', '请添加 yearlyCap，或删除 enrolmentBonus。'],
  }),
  'unknown-disease': (v) => ({
    en: [
      `The tables do not list a disease “${v.disease}”`,
      'Add it to chronic.diseases, or correct the name.',
    ],
    zh: [`待遇表没有列出病种“${v.disease}”`, '请在 chronic.diseases 中添加，或改正名称。'],
  }),
  'miscarriage-hole': () => ({
    en: [
      'The days after a miscarriage do not begin at 0 months or weeks',
      'Add a row with pregnancy: 0; each row holds from its length of pregnancy on.',
    ],
    zh: ['流产的产假天数没有从 0 个月（周）开始', '请添加 pregnancy: 0 的一行；每一行从所写的孕期起适用。'],
  }),
  'medical-design': (v) => ({
    en: [
      `The design ${v.design} does not go with what the row gives`,
      'Write amount for fixed and limit, and share for ratio; only one of the two.',
    ],
    zh: [`支付方式 ${v.design} 与所写的数值不符`, '定额和限额请写 amount，按比例请写 share，二者只写一个。'],
  }),
  'disease-without-cap': (v) => ({
    en: [
      `Some diseases have a cap, but “${v.disease}” alone has none`,
      'Add a row of caps for it, or remove all of them.',
    ],
    zh: [`有的病种有限额，但单独患“${v.disease}”的没有规定`, '请在 caps 中为其添加一行，或全部删除。'],
  }),
} satisfies Record<string, Sentence>
