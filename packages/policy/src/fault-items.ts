type Values = Readonly<Record<string, string>>
type Sentence = (v: Values) => { en: [what: string, mend: string]; zh: [what: string, mend: string] }

/** What can be wrong with service items and processes; part of the sentences in fault.ts. */
export const itemSentences = {
  'unknown-reason': (v) => ({
    en: [
      `The item has no situation “${v.reason}” with reason: true, so nobody can ever be asked for this material`,
      'Add it to situations, or correct the id.',
    ],
    zh: [
      `事项没有 reason: true 的情形“${v.reason}”，这份材料永远不会用到`,
      '请在 situations 中添加，或改正 id。',
    ],
  }),
  'unknown-process': (v) => ({
    en: [`There is no process “${v.process}”`, 'Add it under processes/, or correct the id.'],
    zh: [`没有名为“${v.process}”的流程`, '请在 processes/ 中添加，或改正 id。'],
  }),
  'unknown-group': (v) => ({
    en: [
      `There is no main item “${v.group}”`,
      'Use one of itemGroups in pack.yaml of the country, or add it there.',
    ],
    zh: [`没有名为“${v.group}”的主项`, '请使用国家包 pack.yaml 中 itemGroups 所列的主项，或在那里添加。'],
  }),
  'live-without-process': (v) => ({
    en: [`The item “${v.id}” is live but has no process or no handler`, 'Name both, or set status: guide.'],
    zh: [`事项“${v.id}”已开通，却没有流程或处理程序`, '请写明二者，或改为 status: guide。'],
  }),
  'unknown-state': (v) => ({
    en: [`The process has no state “${v.state}”`, 'Add it to states, or correct the act.'],
    zh: [`流程中没有状态“${v.state}”`, '请在 states 中添加，或改正该动作。'],
  }),
  'clerk-refuses': (v) => ({
    en: [
      `The act “${v.act}” lets a window clerk refuse (it leads to “${v.state}”)`,
      'The counter has no veto (窗口无否决权): let the clerk pass the case up, and a reviewer and an approver refuse.',
    ],
    zh: [
      `动作“${v.act}”使窗口人员可以否决（到达“${v.state}”）`,
      '窗口无否决权：请让窗口上报，由审核人和审批人作出不予批准的决定。',
    ],
  }),
  'dead-end': (v) => ({
    en: [
      `Nothing leads on from the state “${v.state}”, and it is not final`,
      'Add an act from it, or mark it final: true.',
    ],
    zh: [`状态“${v.state}”没有后续动作，又不是终结状态`, '请添加从它出发的动作，或写 final: true。'],
  }),
  'unreachable-state': (v) => ({
    en: [`No act leads to the state “${v.state}”`, 'Add an act to it, or remove the state.'],
    zh: [`没有动作能到达状态“${v.state}”`, '请添加到达它的动作，或删除该状态。'],
  }),
  'ambiguous-act': (v) => ({
    en: [
      `Two acts called “${v.act}” start from “${v.state}”`,
      'Give one of them another id or other states.',
    ],
    zh: [`从“${v.state}”出发有两个名为“${v.act}”的动作`, '请改其中一个的 id 或起始状态。'],
  }),
} satisfies Record<string, Sentence>
