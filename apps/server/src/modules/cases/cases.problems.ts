import { defineProblem } from '../../platform/problem.ts'
import type { Sentences } from '../../platform/problem.ts'

export const CaseNotFound = defineProblem({
  code: 'case-not-found',
  status: 404,
  title: { zh: '没有找到这件办件', en: 'There is no such case' },
  detail: () => ({
    zh: '没有这件办件，或者它不在您可以查看的范围内。',
    en: 'There is no such case, or it is not one that you may see.',
  }),
  mend: {
    zh: '请核对受理回执上的办件编号；替家人办理的，请先登记委托。',
    en: 'Check the case number on the receipt; to act for somebody, have the mandate recorded first.',
  },
})

/** `events` are what happened since the version the caller had seen, in words. */
export const CaseChanged = defineProblem({
  code: 'case-changed',
  status: 409,
  title: { zh: '这件办件刚刚有了变化', en: 'The case has just changed' },
  detail: ({ events }: { events: readonly Sentences[]; version: number }) => ({
    zh:
      events.length > 0
        ? `在您查看之后：${events.map(({ zh }) => zh).join('；')}。`
        : '在您查看之后，填报的内容或材料又保存过。',
    en:
      events.length > 0
        ? `Since you looked: ${events.map(({ en }) => en).join('; ')}.`
        : 'Since you looked, the form or its files were saved again.',
  }),
  mend: {
    zh: '页面内容已过时。请刷新后查看最新情况，再决定是否继续。',
    en: 'What you see is out of date. Reload, look at what is new, then decide whether to go on.',
  },
  members: ({ version }) => ({ version }),
})

export const ActNotAllowed = defineProblem({
  code: 'act-not-allowed',
  status: 409,
  title: { zh: '现在不能这样办理', en: 'This cannot be done now' },
  detail: ({ act, state }: { act: Sentences; state: Sentences }) => ({
    zh: `办件目前为“${state.zh}”，不能“${act.zh}”。`,
    en: `The case is “${state.en}”; “${act.en}” is not possible in this state.`,
  }),
  mend: {
    zh: '请刷新办件，按页面列出的可办操作继续。',
    en: 'Reload the case and go on with one of the acts it lists.',
  },
})

export const ActNotYours = defineProblem({
  code: 'act-not-yours',
  status: 403,
  title: { zh: '这一步由其他岗位办理', en: 'This step belongs to another role' },
  detail: ({ act, roles }: { act: Sentences; roles: Sentences }) => ({
    zh: `“${act.zh}”由${roles.zh}办理。`,
    en: `“${act.en}” is done by: ${roles.en}.`,
  }),
  mend: {
    zh: '请把办件移交或上报给相应岗位；窗口没有否决权，不予受理、不予批准须由上级岗位决定。',
    en: 'Hand the case over or pass it up; a window has no power to refuse, refusals are decided above it.',
  },
})

export const ReasonNeeded = defineProblem({
  code: 'act-reason-needed',
  status: 422,
  title: { zh: '请写明理由', en: 'Give the reason' },
  detail: ({ act }: { act: Sentences }) => ({
    zh: `“${act.zh}”须写明理由，办件人可以看到。`,
    en: `“${act.en}” needs a reason, which the applicant will see.`,
  }),
  mend: {
    zh: '请填写理由（至少 2 个字）后再提交。',
    en: 'Write the reason (at least 2 characters) and send again.',
  },
})

export const NoMandate = defineProblem({
  code: 'no-mandate',
  status: 403,
  title: { zh: '没有有效的委托', en: 'There is no mandate' },
  mend: {
    zh: '请由本人在“委托代办”中登记委托，或到窗口凭证明登记后再办理。',
    en: 'Have the person grant a mandate online, or have it recorded at the window on proof.',
  },
})

export const NotInsuredHere = defineProblem({
  code: 'not-insured-here',
  status: 422,
  title: { zh: '该参保人不在本地参保', en: 'The person is not insured here' },
  mend: {
    zh: '请在页面上方换成参保所在地再申请；如认为参保信息有误，请向参保地经办机构核对。',
    en: 'Choose the place where the person is insured; if the record is wrong, ask the agency there.',
  },
})

export const ItemNotLive = defineProblem({
  code: 'item-not-live',
  status: 422,
  title: { zh: '该事项暂不能在本平台申请', en: 'This item cannot be applied for here yet' },
  mend: {
    zh: '请按办事指南写明的方式办理，或拨打指南上的电话咨询。',
    en: 'Follow the guide of the item, or call the number it gives.',
  },
})

export const OwnProposal = defineProblem({
  code: 'own-proposal',
  status: 403,
  title: { zh: '不能审批自己提出的意见', en: 'Your own proposal is decided by somebody else' },
  mend: {
    zh: '审核与审批须由两人分别完成。请由另一位审批人员办理。',
    en: 'Review and approval are two people’s work. Ask another approver.',
  },
})

export const OutcomeNotProposed = defineProblem({
  code: 'outcome-not-proposed',
  status: 422,
  title: { zh: '审批结果与审核意见不一致', en: 'The decision differs from what was proposed' },
  detail: ({ proposed }: { proposed: Sentences }) => ({
    zh: `审核意见为“${proposed.zh}”。`,
    en: `The proposal is: ${proposed.en}.`,
  }),
  mend: {
    zh: '请按审核意见审批；不同意的，请退回并写明理由，由审核人员重新提出意见。',
    en: 'Decide as proposed; if you disagree, send the case back with a reason for a new proposal.',
  },
})

export const HandoverToNobody = defineProblem({
  code: 'handover-not-possible',
  status: 422,
  title: { zh: '不能移交给这个人', en: 'The case cannot be handed to this person' },
  mend: {
    zh: '请在同事列表中另选一位：须在岗，并能办理本件的下一步；办件在对方接收之前仍由您负责。',
    en: 'Choose an active colleague who could do the next step; the case stays with the owner until it is accepted.',
  },
})

export const WithdrawalNeedsVoucher = defineProblem({
  code: 'withdrawal-needs-voucher',
  status: 403,
  title: { zh: '只有参保人本人可以撤回', en: 'Only the person may take the case back' },
  detail: () => ({
    zh: '办件已经提交，窗口不能自行撤回。',
    en: 'It was handed in; the window cannot withdraw it by itself.',
  }),
  mend: {
    zh: '参保人本人（或已登记的代办人）在场的，请其出示医保码，由窗口扫码后代为记录；不在场的，由其在网上撤回。',
    en: 'If the person (or a recorded helper) is present, scan their e-voucher code; otherwise they withdraw online.',
  },
})

export const VoucherOfAnother = defineProblem({
  code: 'voucher-of-another',
  status: 422,
  title: { zh: '这个医保码不是本件参保人的', en: 'The code belongs to somebody else' },
  detail: () => ({
    zh: '出示医保码的人既不是本件的参保人，也没有有效的委托。',
    en: 'Whoever showed it is neither the person of this case nor holds their mandate.',
  }),
  mend: {
    zh: '请核对办件是否打开有误；替家人办理的，请先登记委托，再出示代办人的医保码。',
    en: 'Check that the right case is open; to act for somebody, have the mandate recorded first.',
  },
})

export const NoHandoverOffered = defineProblem({
  code: 'no-handover-offered',
  status: 409,
  title: { zh: '没有等待您接收的移交', en: 'No hand-over waits for your answer' },
  mend: { zh: '请刷新待办列表查看。', en: 'Reload your list.' },
})

export const NotOverdue = defineProblem({
  code: 'not-overdue',
  status: 409,
  title: { zh: '办件没有超期', en: 'The case is not overdue' },
  mend: {
    zh: '超过承诺期限的办件才需要说明超期原因。',
    en: 'Only a case past its due day needs this reason.',
  },
})

export const ContentFaulty = defineProblem({
  code: 'content-faulty',
  status: 422,
  title: { zh: '填报内容还有需要修改的地方', en: 'Some of what was filled in has to be mended' },
  detail: ({ faults }: { faults: readonly { path: string; code: string; message: string }[] }) => ({
    zh: `共 ${faults.length} 处，已逐一列出。`,
    en: `${faults.length} in all; each is listed.`,
  }),
  mend: { zh: '请按列出的位置逐项修改后重新提交。', en: 'Mend each place listed, then hand in again.' },
  members: ({ faults }) => ({ errors: faults }),
})

export const UnknownMaterial = defineProblem({
  code: 'unknown-material',
  status: 422,
  title: { zh: '事项的材料清单里没有这一项', en: 'The item asks for no such material' },
  mend: {
    zh: '请刷新办件，在它列出的材料下上传。清单之外的材料无需提交。',
    en: 'Reload the case and upload under one of the materials it lists; nothing else is needed.',
  },
})

export const ChannelNotOpen = defineProblem({
  code: 'channel-not-open',
  status: 422,
  title: { zh: '这个渠道没有开通', en: 'This channel is not open' },
  detail: ({ channel }: { channel: Sentences }) => ({
    zh: `这个事项目前不能通过${channel.zh}受理`,
    en: `At present this item cannot be accepted by ${channel.en}`,
  }),
  mend: {
    zh: '请改用窗口或网上办理；应急措施开启后才能使用该渠道。',
    en: 'Use the window or the web; a relief measure can open this channel.',
  },
})
