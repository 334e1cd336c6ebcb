import { benefitSentences } from './fault-benefits.ts'
import { exampleSentences } from './fault-examples.ts'
import { itemSentences } from './fault-items.ts'
import { syntaxSentences } from './fault-syntax.ts'
import { inChinese } from './fault-words.ts'

/** One mistake in a pack file: where it is, what is wrong and how to mend it, in Chinese and English. */
export interface PackFault {
  readonly kind: FaultKind
  readonly file: string
  readonly line: number
  readonly column: number
  /** the field it is about, from the root of its file, where the fault is about one */
  readonly path?: readonly PropertyKey[]
  readonly what: string
  readonly mend: string
  readonly zh: { readonly what: string; readonly mend: string }
}

export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly path?: readonly PropertyKey[]
}

type Values = Readonly<Record<string, string>>
type Sentence = (v: Values) => { en: [what: string, mend: string]; zh: [what: string, mend: string] }

/** Makes the fault of a kind with the values its sentences name. */
export function fault(kind: FaultKind, place: Place, values: Values = {}): PackFault {
  const { en, zh } = sentences[kind](values)
  return { kind, ...place, what: en[0], mend: en[1], zh: { what: zh[0], mend: zh[1] } }
}

export function isFaultKind(word: string): word is FaultKind {
  return Object.hasOwn(sentences, word)
}

/** Whether a text could not be read at all, or has not the form of its file. */
export function isSyntaxFault(kind: FaultKind): boolean {
  return Object.hasOwn(syntaxSentences, kind)
}

export type FaultKind = keyof typeof sentences

const sentences = {
  ...syntaxSentences,
  'no-pack-file': (v) => ({
    en: [
      `The folder “${v.pack}” has no pack.yaml`,
      'Add pack.yaml with id, version, title, regionCode and agency.',
    ],
    zh: [
      `文件夹“${v.pack}”中没有 pack.yaml`,
      '请添加 pack.yaml，写明 id、version、title、regionCode 和 agency。',
    ],
  }),
  'stray-file': () => ({
    en: [
      'No part of a pack is read from here',
      'Move it to parameters/, calendars/, items/, processes/, measures/, benefits/, directory/, examples/ or documents/.',
    ],
    zh: [
      '政策包不从这里读取内容',
      '请移到 parameters/、calendars/、items/、processes/、measures/、benefits/、directory/、examples/ 或 documents/。',
    ],
  }),
  'wrong-folder': (v) => ({
    en: [
      `The pack is called “${v.id}” but lies in the folder “${v.folder}”`,
      'Give the folder the id of the pack.',
    ],
    zh: [`政策包名为“${v.id}”，却放在文件夹“${v.folder}”中`, '请让文件夹名与政策包 id 相同。'],
  }),
  day: (v) => ({
    en: [`“${v.given}” is not a day written YYYY-MM-DD`, 'Write it like 2020-01-28.'],
    zh: [`“${v.given}”不是 YYYY-MM-DD 形式的日期`, '请写成 2020-01-28 这样的形式。'],
  }),
  'no-such-day': (v) => ({
    en: [`“${v.given}” is a day that does not exist`, 'Look the day up in the document and correct it.'],
    zh: [`“${v.given}”这一天不存在`, '请对照文件改正日期。'],
  }),
  id: (v) => ({
    en: [
      `“${v.given}” cannot be an id`,
      'Use small letters, digits, dots and hyphens, such as claims.inpatient.',
    ],
    zh: [`“${v.given}”不能作为 id`, '请只用小写字母、数字、点和连字符，如 claims.inpatient。'],
  }),
  version: (v) => ({
    en: [`“${v.given}” is not a version`, 'Write three numbers, such as 1.0.0.'],
    zh: [`“${v.given}”不是版本号`, '请写三段数字，如 1.0.0。'],
  }),
  region: (v) => ({
    en: [
      `“${v.given}” is not a region code`,
      'Write the six digits of GB/T 2260 between quotes, such as "330600".',
    ],
    zh: [`“${v.given}”不是行政区划代码`, '请写 GB/T 2260 的六位数字并加引号，如 "330600"。'],
  }),
  sha256: (v) => ({
    en: [
      `“${v.given}” is not a SHA-256`,
      'Write the 64 hexadecimal digits that sha256sum prints for the text file.',
    ],
    zh: [`“${v.given}”不是 SHA-256 值`, '请写 sha256sum 对该文本文件给出的 64 位十六进制数。'],
  }),
  phone: (v) => ({
    en: [`“${v.given}” is not a telephone number`, 'Write only its digits, between quotes.'],
    zh: [`“${v.given}”不是电话号码`, '请只写数字并加引号。'],
  }),
  'document-ref': (v) => ({
    en: [
      `“${v.given}” does not name a document`,
      'Write its id, or pack-id:document-id for a document of another pack.',
    ],
    zh: [`“${v.given}”不是文件的名称`, '请写文件 id；引用其他政策包的文件写 包id:文件id。'],
  }),
  amount: (v) => ({
    en: [
      `“${v.given}” is not an amount of yuan`,
      'Write an amount that is not negative, with at most two decimals, such as 800.00.',
    ],
    zh: [`“${v.given}”不是金额`, '请写不小于零、最多两位小数的元数，如 800.00。'],
  }),
  share: (v) => ({
    en: [`“${v.given}” is not a ratio between 0 and 1`, 'Write 85 % as 0.85.'],
    zh: [`“${v.given}”不是 0 到 1 之间的比例`, '85% 请写作 0.85。'],
  }),
  'no-evidence': () => ({
    en: [
      'This has neither a source nor a trust mark',
      'Add source: {document, clause, quote}; if no document is known, add trust: and people will see 来源待核.',
    ],
    zh: [
      '这里既没有出处，也没有可信度标记',
      '请写 source: {document, clause, quote}；确无文件时写 trust:，页面会显示“来源待核”。',
    ],
  }),
  'two-evidences': () => ({
    en: ['This has both a source and a trust mark', 'Keep the source and remove the trust mark.'],
    zh: ['这里同时写了出处和可信度标记', '请保留出处，删除可信度标记。'],
  }),
  limit: () => ({
    en: [
      'A time limit is either a number of working days or instant',
      'Write workingDays: 30, or instant: true, not both.',
    ],
    zh: ['办结时限要么是工作日数，要么是即时办结', '请写 workingDays: 30 或 instant: true，二者只写一个。'],
  }),
  unit: (v) => ({
    en: [
      `“${v.given}” is not a value of the unit ${v.unit}`,
      `Write it as ${v.example}, or correct the unit.`,
    ],
    zh: [`“${v.given}”不是单位 ${v.unit} 的值`, `请写成 ${v.example} 这样的形式，或改正单位。`],
  }),
  'unknown-document': (v) => ({
    en: [
      `There is no document “${v.document}”`,
      `Add documents/${v.document}.yaml to this pack or one it extends, or correct the id.`,
    ],
    zh: [`没有名为“${v.document}”的文件`, `请在本包或上级包中添加 documents/${v.document}.yaml，或改正 id。`],
  }),
  'no-text': (v) => ({
    en: [
      `The text of the document “${v.document}” is not here`,
      `Add documents/${v.document}.txt, or set kind: reference and quote nothing from it.`,
    ],
    zh: [
      `缺少文件“${v.document}”的正文`,
      `请添加 documents/${v.document}.txt；若只知文号，请写 kind: reference 且不引用原文。`,
    ],
  }),
  'text-changed': (v) => ({
    en: [
      `The text of “${v.document}” does not have the SHA-256 written here`,
      `If the text is right, write sha256: ${v.actual}; otherwise restore the text.`,
    ],
    zh: [
      `“${v.document}”的正文与此处的 SHA-256 不符`,
      `若正文无误，请写 sha256: ${v.actual}；否则请恢复正文。`,
    ],
  }),
  'quote-not-found': (v) => ({
    en: [
      `The quote “${v.quote}” does not occur in ${v.document}`,
      'Copy the words from the document as they stand; join parts with ….',
    ],
    zh: [`在 ${v.document} 中找不到引文“${v.quote}”`, '请照抄文件原文；不相连的部分用 … 连接。'],
  }),
  'unknown-parent': (v) => ({
    en: [`The pack extends “${v.pack}”, which is not here`, 'Correct the id or add that pack.'],
    zh: [`上级政策包“${v.pack}”不存在`, '请改正 id 或添加该政策包。'],
  }),
  cycle: (v) => ({
    en: [
      `Packs extend each other in a circle: ${v.circle}`,
      'Remove one of these extends; a city extends its province, a province the country.',
    ],
    zh: [`政策包互为上级，形成循环：${v.circle}`, '请去掉其中一个 extends；市继承省，省继承国家。'],
  }),
  'duplicate-id': (v) => ({
    en: [
      `“${v.id}” is defined twice; the other one is in ${v.other}`,
      'Give one of them another id, or remove it.',
    ],
    zh: [`“${v.id}”被定义了两次，另一处在 ${v.other}`, '请改其中一个的 id，或删除一个。'],
  }),
  'silent-override': (v) => ({
    en: [
      `“${v.id}” is already defined in the pack ${v.pack}`,
      'If this place has its own rule, write override: true; otherwise remove this file.',
    ],
    zh: [`“${v.id}”已在政策包 ${v.pack} 中定义`, '若本地另有规定，请写 override: true；否则请删除本文件。'],
  }),
  'override-of-unknown': (v) => ({
    en: [
      `There is nothing called “${v.id}” to override`,
      'Correct the id, or remove override: true to define something new.',
    ],
    zh: [`没有可覆盖的“${v.id}”`, '请改正 id；若是新定义，请去掉 override: true。'],
  }),
  'until-before-from': (v) => ({
    en: [`It ends on ${v.until}, before it begins on ${v.from}`, 'Correct one of the two days.'],
    zh: [`终止日 ${v.until} 早于起始日 ${v.from}`, '请改正其中一个日期。'],
  }),
  overlap: (v) => ({
    en: [
      `Two values of ${v.what} hold on ${v.day}`,
      'Remove one, or let the earlier one end before the later one begins.',
    ],
    zh: [
      `${inChinese(v.what!)} 在 ${v.day} 有两个值同时有效`,
      '请删除一个，或让前一个在后一个开始之前终止。',
    ],
  }),
  gap: (v) => ({
    en: [
      `No value of ${v.what} holds from ${v.from} to ${v.to}`,
      'Remove `until` of the earlier value, or add the value of these days.',
    ],
    zh: [
      `${inChinese(v.what!)} 在 ${v.from} 至 ${v.to} 没有有效的值`,
      '请去掉前一个值的 until，或补上这段时间的值。',
    ],
  }),
  'band-hole': (v) => ({
    en: [
      `The bands leave a hole between ${v.from} and ${v.to} yuan (${v.who})`,
      'Let each band begin where the one before it ends, the first at 0, the last without upTo; rows with another from are a set of their own and need all bands.',
    ],
    zh: [
      `分段在 ${v.from} 元与 ${v.to} 元之间不相连（${inChinese(v.who!)}）`,
      '每一段应从上一段的终点开始，第一段从 0 开始，最后一段不写 upTo；from 不同的各行各成一组，每组都要写全。',
    ],
  }),
  'admission-hole': (v) => ({
    en: [
      `The deductible of admission ${v.admission} is missing (${v.who})`,
      'Give the amounts of admission 1, 2, … without a gap.',
    ],
    zh: [
      `缺少第 ${v.admission} 次住院的起付标准（${inChinese(v.who!)}）`,
      '请从第 1 次起依次写明，中间不留空。',
    ],
  }),
  'person-class': (v) => ({
    en: [
      `“${v.personClass}” is not a class of persons of the ${v.insurance} insurance`,
      'Correct the class or the insurance.',
    ],
    zh: [`“${v.personClass}”不属于险种 ${v.insurance} 的人员类别`, '请改正人员类别或险种。'],
  }),
  'unknown-lender': (v) => ({
    en: [
      `There is no pack “${v.pack}” with benefit tables “${v.scheme}” to borrow`,
      'Correct the name of the pack or of the tables.',
    ],
    zh: [`没有可借用的政策包“${v.pack}”的待遇表“${v.scheme}”`, '请改正政策包或待遇表的名称。'],
  }),
  effect: (v) => ({
    en: [
      `The effect “${v.given}” is not one a measure can have`,
      'Write kind: set-parameter, waive-out-of-area-cut, adjust-payer, take-over-rest, papers-later, open-channel, set-limit, larger-prescription, internet-care, settle-later, prepay-hospitals or limit-numbers.',
    ],
    zh: [
      `措施不能有“${v.given}”这样的效力`,
      'kind 请写 set-parameter、waive-out-of-area-cut、adjust-payer、take-over-rest、papers-later、open-channel、set-limit、larger-prescription、internet-care、settle-later、prepay-hospitals 或 limit-numbers。',
    ],
  }),
  'measure-outlives': (v) => ({
    en: [
      `The measure holds on ${v.until}, but its document allows it only until ${v.longest}`,
      'Correct the day, or cite the document that allows more.',
    ],
    zh: [`措施到 ${v.until} 仍有效，但文件只允许到 ${v.longest}`, '请改正日期，或引用允许延长的文件。'],
  }),
  'measure-key': (v) => ({
    en: [
      `The measure does not say which value of “${v.parameter}” it sets, or names a key where there is none`,
      'Write key: exactly when the parameter has a key.',
    ],
    zh: [
      `措施没有写明改变“${v.parameter}”的哪一个值，或写了多余的 key`,
      '参数有 key 的，请写 key；没有的，请删去。',
    ],
  }),
  'unknown-parameter': (v) => ({
    en: [`There is no parameter “${v.parameter}”`, 'Correct the id, or declare it under parameters/.'],
    zh: [`没有名为“${v.parameter}”的参数`, '请改正 id，或在 parameters/ 中声明。'],
  }),
  'unknown-item': (v) => ({
    en: [`There is no service item “${v.item}”`, 'Correct the id, or add it under items/.'],
    zh: [`没有名为“${v.item}”的事项`, '请改正 id，或在 items/ 中添加。'],
  }),
  'unknown-material': (v) => ({
    en: [
      `No item this measure concerns asks for a material “${v.material}”`,
      'Correct the id; the materials stand in the item’s file.',
    ],
    zh: [`本措施所及的事项没有名为“${v.material}”的材料`, '请改正 id；材料写在事项文件中。'],
  }),
  ...itemSentences,
  'work-on-weekday': (v) => ({
    en: [
      `${v.day} is not a Saturday or Sunday`,
      'Only days that would be off are listed under work; correct the day.',
    ],
    zh: [`${v.day} 不是周六或周日`, 'work 只列原本休息的日子；请改正日期。'],
  }),
  'off-and-work': (v) => ({
    en: [`${v.day} is listed both as off and as a working day`, 'Look it up in the notice and keep one.'],
    zh: [`${v.day} 既列为放假又列为上班`, '请对照通知保留一个。'],
  }),
  ...benefitSentences,
  ...exampleSentences,
} satisfies Record<string, Sentence>
