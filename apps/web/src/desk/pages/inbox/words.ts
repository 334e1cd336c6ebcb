import { defineWords } from '../../parts/lang.ts'

export const inboxWords = defineWords(
  {
    title: '收件箱',
    below: '含下级机构',
    views: {
      todo: '待办',
      mine: '我负责的',
      handover: '待接手',
      overdue: '超期',
      all: '全部在办',
      closed: '已办结',
    },
    item: '事项',
    state: '状态',
    anyItem: '全部事项',
    anyState: '全部状态',
    keys: 'j / k 上下移动，Enter 打开，r 刷新',
    empty: {
      todo: ['没有待办案件', '您在本机构岗位上需要处理的案件会出现在这里，最紧急的排在最前。'],
      mine: ['名下没有案件', '首问负责：您最先受理的案件归您负责，直到同事接受移交。'],
      handover: ['没有待接手的案件', '同事把案件移交给您时会出现在这里；接受之前仍由原负责人办理。'],
      overdue: ['没有超期案件', '超过承诺时限的案件会出现在这里，并须说明原因。'],
      all: ['没有在办案件', '可以调整上方的筛选，或选择含下级机构。'],
      closed: ['没有已办结案件', '已支付、不予支付和撤回的案件会出现在这里。'],
    },
    filtered: '当前有筛选条件，放宽后可能有更多案件。',
    clear: '清除筛选',
  },
  {
    title: 'Inbox',
    below: 'With offices below',
    views: {
      todo: 'To do',
      mine: 'Mine',
      handover: 'Handed to me',
      overdue: 'Overdue',
      all: 'All open',
      closed: 'Closed',
    },
    item: 'Item',
    state: 'State',
    anyItem: 'All items',
    anyState: 'All states',
    keys: 'j / k move, Enter opens, r refreshes',
    empty: {
      todo: ['Nothing to do', 'Cases that need your role at this office appear here, the most urgent first.'],
      mine: [
        'No case is yours',
        'The first person asked owns the case until a colleague accepts a hand-over.',
      ],
      handover: [
        'Nothing was handed to you',
        'A case offered by a colleague appears here; until you accept it stays theirs.',
      ],
      overdue: ['Nothing is overdue', 'Cases past the promised limit appear here and need a reason.'],
      all: ['No open case', 'Change the filters above, or include the offices below.'],
      closed: ['No closed case', 'Paid, refused and withdrawn cases appear here.'],
    },
    filtered: 'Filters are on; without them there may be more cases.',
    clear: 'Clear filters',
  },
)
