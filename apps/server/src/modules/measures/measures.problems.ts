import { defineProblem, type Sentences } from '../../platform/problem.ts'

const PERIOD = { zh: '请改正日期', en: 'Correct the day' }

export const MeasureUnknown = defineProblem({
  code: 'measure-unknown',
  status: 404,
  title: { zh: '没有这项措施', en: 'No such measure' },
  detail: ({ measure }: { measure: string }) => ({
    zh: `本地政策包没有措施“${measure}”`,
    en: `The pack of this place has no measure “${measure}”`,
  }),
  mend: { zh: '请从列出的措施中选择', en: 'Choose from the measures listed' },
})
export const MeasuresOfTwoSets = defineProblem({
  code: 'measures-of-two-sets',
  status: 422,
  title: { zh: '措施出自不同文件', en: 'The measures are of different documents' },
  detail: ({ sets }: { sets: readonly string[] }) => ({
    zh: `一次开启的措施应出自同一份文件，这里有 ${sets.join('、')}`,
    en: `One act switches on measures of one document; these are of ${sets.join(', ')}`,
  }),
  mend: { zh: '请分别开启', en: 'Switch each on by itself' },
})
export const EndsBeforeStart = defineProblem({
  code: 'measure-ends-before-start',
  status: 422,
  title: { zh: '终止日早于起始日', en: 'It ends before it starts' },
  detail: ({ from, until }: { from: string; until: string }) => ({
    zh: `终止日 ${until} 早于 ${from}`,
    en: `The last day ${until} is before ${from}`,
  }),
  mend: PERIOD,
})
export const OutlivesAuthority = defineProblem({
  code: 'measure-outlives-authority',
  status: 422,
  title: { zh: '超出文件允许的期限', en: 'It outlives its authority' },
  detail: (about: {
    title: Sentences
    longest: string
    until: string
    citation: string
    clause: string
  }) => ({
    zh: `“${about.title.zh}”依据的${about.citation} ${about.clause}只允许到 ${about.longest}，不能到 ${about.until}`,
    en: `“${about.title.en}” rests on ${about.citation} ${about.clause}, which allows it until ${about.longest}, not until ${about.until}`,
  }),
  mend: {
    zh: '请缩短期限，或先加载允许延长的文件',
    en: 'Shorten it, or load the document that allows more first',
  },
})
export const BeforeAuthority = defineProblem({
  code: 'measure-before-authority',
  status: 422,
  title: { zh: '早于文件', en: 'It begins before its authority' },
  detail: (about: { title: Sentences; earliest: string; from: string; citation: string }) => ({
    zh: `“${about.title.zh}”依据的${about.citation}自 ${about.earliest} 起才有，不能从 ${about.from} 开始`,
    en: `“${about.title.en}” rests on ${about.citation}, which is of ${about.earliest}; it cannot begin on ${about.from}`,
  }),
  mend: PERIOD,
})
export const Overlaps = defineProblem({
  code: 'measure-overlaps',
  status: 409,
  title: { zh: '这项措施已经开启', en: 'The measure is on already' },
  detail: (about: { title: Sentences; from: string; until: string | undefined }) => ({
    zh: `“${about.title.zh}”在同一范围内已自 ${about.from} 起施行${about.until ? `至 ${about.until}` : '，未写终止日'}`,
    en: `“${about.title.en}” is on for the same place and people from ${about.from}${about.until ? ` to ${about.until}` : ', without an end'}`,
  }),
  mend: {
    zh: '请延长已有的一次，或改变起止日期、范围',
    en: 'Extend that one, or choose other days or another scope',
  },
})
export const PlaceOutside = defineProblem({
  code: 'measure-place-outside',
  status: 403,
  title: { zh: '不在您的管辖范围', en: 'Outside your region' },
  detail: ({ place, places }: { place: string; places: readonly string[] }) => ({
    zh: `${place} 不在您可以开启措施的范围内；可选：${places.join('、')}`,
    en: `${place} is not where you may switch measures on; you may choose ${places.join(', ')}`,
  }),
  mend: { zh: '请从列出的地方中选择', en: 'Choose from the places listed' },
})
export const GroupOutside = defineProblem({
  code: 'measure-group-outside',
  status: 422,
  title: { zh: '文件没有规定适用于这一人群', en: 'The document does not cover these people' },
  detail: (about: { title: Sentences; group: Sentences }) => ({
    zh: `“${about.title.zh}”的依据没有规定适用于${about.group.zh}`,
    en: `The authority of “${about.title.en}” does not cover: ${about.group.en}`,
  }),
  mend: { zh: '请改选人群', en: 'Choose other people' },
})
export const PapersDaysMissing = defineProblem({
  code: 'measure-papers-days',
  status: 422,
  title: { zh: '没有写明补交材料的期限', en: 'No time for the papers' },
  detail: ({ title }: { title: Sentences }) => ({
    zh: `文件没有写“${title.zh}”应在多少天内补交`,
    en: `The document does not say within how many days papers follow under “${title.en}”`,
  }),
  mend: { zh: '请填写 1 至 366 天', en: 'Enter between 1 and 366 days' },
})
export const PerDayMissing = defineProblem({
  code: 'measure-per-day',
  status: 422,
  title: { zh: '没有写明每日限号数', en: 'No number a day' },
  detail: ({ title }: { title: Sentences }) => ({
    zh: `文件没有写“${title.zh}”每个大厅每日限多少号`,
    en: `The document does not say how many numbers a hall gives out a day under “${title.en}”`,
  }),
  mend: { zh: '请填写 1 至 9999 的号数', en: 'Enter between 1 and 9999' },
})
export const HallFull = defineProblem({
  code: 'hall-full',
  status: 409,
  title: { zh: '今日限号已满', en: 'The numbers of today are used up' },
  detail: ({ limit, used }: { limit: number; used: number }) => ({
    zh: `本大厅今日限号 ${limit}，已用 ${used}`,
    en: `This hall gives out ${limit} numbers today, and ${used} are used`,
  }),
  mend: {
    zh: '窗口不得因此拒绝：请写明继续受理的理由后再次提交，或经群众同意改为网上、电话办理',
    en: 'A window refuses nobody: say why this person is taken in and submit again, or, if they agree, do it online or by telephone',
  },
})
export const ActivationUnknown = defineProblem({
  code: 'activation-unknown',
  status: 404,
  title: { zh: '没有这次开启', en: 'No such activation' },
  mend: { zh: '请从列表中选择', en: 'Choose one of the list' },
})
export const ActivationOver = defineProblem({
  code: 'activation-over',
  status: 409,
  title: { zh: '措施已经终止', en: 'The measure has ended' },
  detail: ({ until }: { until: string }) => ({
    zh: `这次开启已于 ${until} 终止，不能改动；已按它办理的不受影响`,
    en: `It ended on ${until} and cannot be changed; what was done under it stands`,
  }),
  mend: { zh: '需要时请重新开启', en: 'Switch it on anew if it is needed' },
})
export const OwedUnknown = defineProblem({
  code: 'owed-unknown',
  status: 404,
  title: { zh: '这个办件没有欠交这份材料', en: 'The case does not owe this material' },
  mend: { zh: '请从欠交清单中选择', en: 'Choose from the list of what is owed' },
})
export const OwedSettled = defineProblem({
  code: 'owed-settled',
  status: 409,
  title: { zh: '这份材料已经了结', en: 'The material is settled' },
  mend: { zh: '请刷新后查看', en: 'Look at the list again' },
})
export const OwedUntil = defineProblem({
  code: 'owed-until',
  status: 422,
  title: { zh: '新期限不对', en: 'The new day is wrong' },
  detail: ({ today }: { today: string }) => ({
    zh: `延期须写明 ${today} 以后的一天`,
    en: `More time needs a day after ${today}`,
  }),
  mend: PERIOD,
})
export const NotPermanent = defineProblem({
  code: 'measure-not-permanent',
  status: 422,
  title: { zh: '没有可以固化的规则', en: 'There is no rule to make permanent' },
  detail: (said: Sentences) => said,
  mend: { zh: '请改选措施', en: 'Choose another measure' },
})
export const ProposalFaulty = defineProblem({
  code: 'proposal-faulty',
  status: 422,
  title: { zh: '固化方案有误', en: 'The permanent rule is faulty' },
  detail: (said: Sentences) => said,
  mend: { zh: '请按提示改正', en: 'Correct it as it says' },
})
export const ProposalUnknown = defineProblem({
  code: 'proposal-unknown',
  status: 404,
  title: { zh: '没有这个固化方案', en: 'No such proposal' },
  mend: { zh: '请从列表中选择', en: 'Choose one of the list' },
})
export const ProposalOutdated = defineProblem({
  code: 'proposal-outdated',
  status: 409,
  title: { zh: '固化方案所依据的规则已经改变', en: 'The rules have changed since the proposal' },
  detail: ({ file }: { file: string }) => ({
    zh: `${file} 在方案形成之后又有修改`,
    en: `${file} was changed after the proposal was made`,
  }),
  mend: { zh: '请局领导按现行规则重新提出', en: 'Ask the leader to propose it again on the rules of today' },
})
