import { Input } from 'antd'
import { useId, useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { defineWords, useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { usePages } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { InstitutionChoice, type Chosen } from '../access/InstitutionChoice.tsx'
import './hospital.css'

const words = defineWords(
  {
    title: '目录对照',
    intro: '本院目录与医保目录的对应关系，由医院信息系统用 3301 上传、3302 撤销。费用按医保目录的编码结算。',
    agencyIntro: '医药机构的自有目录与医保目录的对应关系，由其信息系统上传。每次查看一家机构。',
    choose: '请先选择医药机构',
    chooseText: '按名称或编号查找。',
    emptyOfOne: '该机构的信息系统尚未上传目录对照（3301）。',
    find: '按机构自有编码、医保编码或自有名称查找',
    empty: '还没有对照',
    emptyText: '请让医院信息系统上传目录对照（3301）。',
    own: '自有目录',
    item: '医保目录',
    kind: '类别',
    period: '有效期',
    gone: '本地目录已没有该项目',
    kinds: {
      '101': '西药中成药',
      '102': '中药饮片',
      '103': '自制剂',
      '104': '民族药',
      '105': '其他药品',
      '106': '中药配方颗粒',
      '201': '医疗服务项目',
      '301': '医用耗材',
    },
  },
  {
    title: 'Catalogue mapping',
    intro:
      'Which entry of the insurance catalogue each item of your own stands for; your system uploads it (3301) and withdraws it (3302). Fees are settled by the insurance code.',
    agencyIntro:
      'Which entry of the insurance catalogue each item of an institution’s own stands for; its system uploads it. One institution at a time.',
    choose: 'Choose an institution',
    chooseText: 'Find it by name or code.',
    emptyOfOne: 'The system of this institution has not uploaded its mapping (3301).',
    find: 'Find by own code, insurance code or own name',
    empty: 'Nothing is mapped yet',
    emptyText: 'Let your system upload the mapping (3301).',
    own: 'Own item',
    item: 'Insurance catalogue',
    kind: 'Kind',
    period: 'Valid',
    gone: 'no longer in the catalogue',
    kinds: {
      '101': 'Western or patent medicine',
      '102': 'Herbal pieces',
      '103': 'Own preparation',
      '104': 'Ethnic medicine',
      '105': 'Other medicine',
      '106': 'Herbal granules',
      '201': 'Medical service',
      '301': 'Supply',
    },
  },
)

/** What a hospital has mapped, or for the agency one institution of its city; the upload is their systems' work. */
export function Mappings() {
  const text = useWords(words)
  const own = useDesk().has('hospital')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  return (
    <div className="page">
      <h1>{text.title}</h1>
      <p className="muted">{own ? text.intro : text.agencyIntro}</p>
      {!own && (
        <p>
          <InstitutionChoice chosen={chosen} onChange={setChosen} />
        </p>
      )}
      {own || chosen ? (
        <MappingList key={chosen?.code} hospitalCode={chosen?.code} />
      ) : (
        <Empty title={text.choose}>
          <p>{text.chooseText}</p>
        </Empty>
      )}
    </div>
  )
}

/** The mappings of an institution, by default one's own. */
function MappingList({ hospitalCode }: { hospitalCode: string | undefined }) {
  const text = useWords(words)
  const { office } = useDesk()
  const [find, setFind] = useState('')
  const id = useId()
  const list = usePages('listMappings', {
    query: {
      regionCode: office.regionCode,
      limit: 50,
      ...(hospitalCode && { hospitalCode }),
      ...(find !== '' && { text: find }),
    },
  })
  return (
    <>
      <search className="panel row">
        <label htmlFor={id}>{text.find}</label>
        <Input.Search
          id={id}
          allowClear
          maxLength={60}
          onSearch={(value) => setFind(value.trim())}
          className="number-search"
        />
      </search>
      <section className="panel">
        <Listing list={list} empty={text.empty} teach={hospitalCode ? text.emptyOfOne : text.emptyText}>
          {(rows) => (
            <RowTable
              label={text.title}
              rows={rows}
              keyOf={(row) => `${row.listType} ${row.ownCode} ${row.itemCode} ${row.from}`}
              columns={[
                {
                  title: text.own,
                  cell: (row) => (
                    <>
                      {row.ownName}
                      <div className="muted small">{row.ownCode}</div>
                    </>
                  ),
                },
                {
                  title: text.item,
                  cell: (row) => (
                    <>
                      {row.itemName ?? <span className="bad-text">{text.gone}</span>}
                      <div className="muted small">{row.itemCode}</div>
                    </>
                  ),
                },
                {
                  title: text.kind,
                  cell: (row) => (text.kinds as Record<string, string>)[row.listType] ?? row.listType,
                },
                {
                  title: text.period,
                  className: 'nowrap',
                  cell: (row) => `${showDay(row.from)} — ${showDay(row.until)}`,
                },
              ]}
            />
          )}
        </Listing>
      </section>
    </>
  )
}
