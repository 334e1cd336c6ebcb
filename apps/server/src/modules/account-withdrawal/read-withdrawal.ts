import { Withdrawal, type ClaimContent } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import { reasonsOf, type ServiceItem } from '@yichuang/policy'
import { isBlank, readPastDay, readPayee, readPhone, type Findings } from '../claims/index.ts'

/** The one reason for which the money goes to an heir. */
const DEATH = 'death'

/** Finds everything that is wrong with what was typed, account and phone in plain. */
export function readWithdrawal(
  found: Findings,
  content: ClaimContent,
  about: {
    readonly item: Pick<ServiceItem, 'situations'>
    readonly personName: string
    readonly today: PlainDate
  },
): void {
  const typed = content.withdrawal ?? Withdrawal.parse({})
  const reasons = reasonsOf(about.item)
  const reason = reasons.find(({ id }) => id === typed.reason)
  if (!reason)
    found.fault('withdrawal.reason', 'reason-missing', {
      zh: `支取原因未选择。请选择：${reasons.map(({ zh }) => zh).join('；')}。`,
      en: `The reason is missing. Choose one of: ${reasons.map(({ en }) => en).join('; ')}.`,
    })
  const dead = reason?.id === DEATH
  const day = dead
    ? { zh: '死亡日期', en: 'The day of the death' }
    : { zh: '事由发生日期', en: 'The day from which the reason holds' }
  readPastDay(found, 'withdrawal.happenedOn', day, typed.happenedOn, about.today)
  if (dead) readHeir(found, typed)
  readPayee(found, content.payee)
  readPhone(found, content.phone)
  const entitled = dead ? typed.heirName : about.personName
  if (reason && !isBlank(content.payee.holder) && content.payee.holder.trim() !== entitled.trim())
    found.warn('payee.holder', 'holder-not-entitled', {
      zh: `户名“${content.payee.holder}”不是${dead ? '继承人' : '参保人'}“${entitled}”。请核对；确需付给他人的，请在说明中写明依据。`,
      en: `The account is held by “${content.payee.holder}” and not by “${entitled}”. Check it; if somebody else is to be paid, say why in the note.`,
    })
}

function readHeir(found: Findings, { heirName, heirRelation }: Withdrawal): void {
  if (isBlank(heirName))
    found.fault('withdrawal.heirName', 'heir-missing', {
      zh: '继承人姓名未填写。请按继承人的身份证件填写。',
      en: 'The name of the heir is missing. Take it from the heir’s identity document.',
    })
  if (isBlank(heirRelation))
    found.fault('withdrawal.heirRelation', 'relation-missing', {
      zh: '继承人与参保人的关系未填写。请按继承材料填写，例如“配偶”“子女”。',
      en: 'What the heir is to the person is missing. Take it from the papers of the inheritance, e.g. spouse or child.',
    })
}
