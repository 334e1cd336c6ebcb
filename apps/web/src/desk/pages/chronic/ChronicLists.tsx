import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet } from '../../parts/queries.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDesk } from '../../parts/session.tsx'
import { Labelled } from '../hospital/Labelled.tsx'
import { ChronicTable } from './ChronicTable.tsx'
import { Months, Sources } from './Months.tsx'
import { listsWords } from './words.ts'
import '../hospital/hospital.css'

/** What the agency sees: monthly lists with the late ones first, applications, and who is designated for what. */
export function ChronicLists() {
  const text = useWords(listsWords)
  return (
    <div className="page">
      <h1>{text.title}</h1>
      <p className="muted">{text.intro}</p>
      <Lists />
      <section className="panel">
        <h2>{text.tabs.applications}</h2>
        <ChronicTable base="/chronic-lists" />
      </section>
      <Designations />
    </div>
  )
}

function Lists() {
  const text = useWords(listsWords)
  const { office } = useDesk()
  const lists = useGet('chronicBatches', { query: { regionCode: office.regionCode } })
  return (
    <section className="panel stack">
      <div className="spread">
        <h2>{text.tabs.lists}</h2>
        {lists.data && <span>{text.waiting(lists.data.waiting)}</span>}
      </div>
      <ProblemAlert error={lists.error} onRetry={() => void lists.refetch()} />
      {lists.isLoading && <Skeleton active />}
      {lists.data?.items.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      )}
      {lists.data && lists.data.items.length > 0 && <Months items={lists.data.items} />}
      {lists.data && (
        <div>
          <Sources basis={lists.data.basis} />
        </div>
      )}
    </section>
  )
}

function Designations() {
  const text = useWords(listsWords)
  const { office, has } = useDesk()
  const { regionCode } = office
  const list = useGet('listDesignations', { query: { regionCode } })
  const catalogue = useGet('chronicCatalogue', { query: { regionCode } })
  const nameOf = (id: string) => catalogue.data?.anytime.find((one) => one.id === id)?.name ?? id
  return (
    <section className="panel stack">
      <h2>{text.tabs.designations}</h2>
      <ProblemAlert error={list.error ?? catalogue.error} onRetry={() => void list.refetch()} />
      {list.data?.items.length === 0 && (
        <Empty title={text.noDesignations}>
          <p>{text.noDesignationsText}</p>
        </Empty>
      )}
      {list.data && list.data.items.length > 0 && (
        <ScrollRegion label={text.tabs.designations}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{text.hospital}</th>
                <th scope="col">{text.class}</th>
                <th scope="col">{text.from}</th>
                <th scope="col">{text.until}</th>
              </tr>
            </thead>
            <tbody>
              {list.data.items.map((one) => (
                <tr key={one.hospital.code + one.classId + one.from}>
                  <td>{one.hospital.name}</td>
                  <td>{nameOf(one.classId)}</td>
                  <td className="nowrap">{showDay(one.from)}</td>
                  <td className="nowrap">{one.until ? showDay(one.until) : text.noEnd}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {has('supervisor') && catalogue.data && catalogue.data.anytime.length > 0 && (
        <Designate classes={catalogue.data.anytime} />
      )}
    </section>
  )
}

function Designate({ classes }: { classes: readonly { id: string; name: string }[] }) {
  const text = useWords(listsWords)
  const { office, session } = useDesk()
  const { message } = App.useApp()
  const [form, setForm] = useState({
    hospitalCode: '',
    classId: classes[0]!.id,
    from: session.today,
    until: '',
  })
  const act = useAct('designate', async () => {
    await refresh('listDesignations')
    void message.success(text.saved)
  })
  const set = (field: keyof typeof form) => (value: string) => setForm({ ...form, [field]: value })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        const { hospitalCode, classId, from, until } = form
        if (hospitalCode.trim() === '' || from === '') return
        const body = { hospitalCode: hospitalCode.trim(), classId, from, until: until === '' ? null : until }
        act.mutate({ body: { regionCode: office.regionCode, ...body } })
      }}
    >
      <h3>{text.add}</h3>
      <div className="field-grid">
        <Labelled
          label={text.hospitalCode}
          value={form.hospitalCode}
          onChange={set('hospitalCode')}
          maxLength={30}
        />
        <Labelled label={text.class}>
          {(id) => (
            <select
              id={id}
              className="cell"
              value={form.classId}
              onChange={({ target }) => set('classId')(target.value)}
            >
              {classes.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={text.from} type="date" value={form.from} onChange={set('from')} />
        <Labelled label={text.untilOptional} type="date" value={form.until} onChange={set('until')} />
      </div>
      <ProblemAlert error={act.error} />
      <p className="flat">
        <Button htmlType="submit" loading={act.isPending}>
          {text.save}
        </Button>
      </p>
    </form>
  )
}
