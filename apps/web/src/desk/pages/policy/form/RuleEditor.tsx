import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../../../../shared/language.ts'
import { useWords } from '../../../parts/lang.ts'
import { ProblemAlert } from '../../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../../parts/queries.ts'
import { Changes } from '../Changes.tsx'
import type { Draft } from '../DraftPage.tsx'
import { FileLines } from '../FileLines.tsx'
import { CiteBox } from './CiteBox.tsx'
import { textOf } from './field-parts.tsx'
import { Field } from './Field.tsx'
import { FieldsField } from './FieldsField.tsx'
import { RuleFormProvider } from './form-context.ts'
import { formWords } from './form-words.ts'
import { inWords } from './field-words.ts'
import { filledIn, isFields, nameOf, valueAt, withValue, type Path } from './schema.ts'

type Form = Reply<'getRuleForm'>
type Checked = Reply<'checkRuleForm'>
type Content = Form['content']

/** The form of a rule, the document it is cited from beside it, and what it would change before it is kept. */
export function RuleEditor(props: { draft: Draft; packId: string; form: Form; onKept: () => void }) {
  const { draft, form } = props
  const { draftId, version } = draft
  const text = useWords(formWords)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const [content, setContent] = useState<Content>(form.content)
  const [citing, setCiting] = useState<Path>()
  const [checked, setChecked] = useState<Checked>()
  const files = useGet('listDraftFiles', { params: { draftId } }, { staleTime: 60_000 })
  const place = useGet('getPolicyPlace', { params: { packId: props.packId } })
  const layers = place.data?.layers.map(({ packId }) => packId) ?? []
  const check = useAct('checkRuleForm', setChecked)
  const keep = useAct('editDraft', async () => {
    await refresh('getDraft', 'listDraftFiles', 'getRuleForm')
    props.onKept()
  })
  const set = (path: Path, value: unknown) => {
    setContent((before) => withValue(before, path, value) as Content)
    setChecked(undefined)
  }
  const body = { file: form.file, content: filledIn(content) as Content }
  const faults = checked?.faults.filter(({ file, path }) => file === form.file && path !== null) ?? []
  const said = (sentence: string) => inWords(sentence, form.kind, language)
  // The place's own documents first, then those of the province and the country.
  const documents = layers.flatMap((id) => draft.documents.filter(({ packId }) => packId === id))
  const source = citing === undefined ? undefined : valueAt(content, citing)
  const cited = isFields(source) ? source : {}
  return (
    <RuleFormProvider
      value={{
        Field,
        kind: form.kind,
        language,
        set,
        faultsAt: (path) =>
          faults.filter((fault) => nameOf(fault.path!) === nameOf(path)).map(({ message }) => said(message)),
        faultsBelow: (path) => faults.some((fault) => nameOf(fault.path!).startsWith(`${nameOf(path)}.`)),
        documents,
        rules: files.data?.items ?? [],
        citing: citing && nameOf(citing),
        cite: setCiting,
      }}
    >
      {!form.exists && (
        <Alert
          type="info"
          showIcon
          title={isFields(content) && content['override'] ? text.otherwise : text.fresh}
        />
      )}
      <div className="rule-editor">
        <section className="panel" aria-label={form.title}>
          <FieldsField schema={form.schema} value={content} path={[]} name="" />
        </section>
        <CiteBox
          draftId={draftId}
          documents={documents}
          document={textOf(cited['document'])}
          quote={textOf(cited['quote'])}
          citing={citing !== undefined}
          onDocument={(reference) => citing && set([...citing, 'document'], reference)}
          onSelect={(words) => citing && set([...citing, 'quote'], words)}
        />
      </div>
      <section className="panel rule-outcome" aria-live="polite">
        {!checked && <p className="muted flat">{text.unsaved}</p>}
        {checked && checked.faults.length > 0 && <Findings checked={checked} file={form.file} said={said} />}
        {checked && checked.faults.length === 0 && (
          <>
            <Alert type="success" showIcon title={text.checked} />
            <Changes changes={checked.changes} />
            <FileLines lines={checked.lines} />
          </>
        )}
        <ProblemAlert error={check.error ?? keep.error} />
        <p className="row">
          <Button loading={check.isPending} onClick={() => check.mutate({ params: { draftId }, body })}>
            {text.check}
          </Button>
          <Button
            type="primary"
            disabled={checked?.faults.length !== 0}
            loading={keep.isPending}
            onClick={() =>
              keep.mutate({ params: { draftId }, body: { version, edit: { kind: 'form', ...body } } })
            }
          >
            {text.save}
          </Button>
        </p>
      </section>
    </RuleFormProvider>
  )
}

function Findings(props: { checked: Checked; file: string; said: (sentence: string) => string }) {
  const text = useWords(formWords)
  const { faults } = props.checked
  return (
    <Alert
      type="error"
      showIcon
      title={text.faulty(faults.length)}
      description={
        <ul className="fault-list">
          {faults.map(({ file, line, path, message }) => (
            <li key={`${file}:${line}:${message}`}>
              {file !== props.file && text.elsewhere(file, line)}
              {props.said(message)}{' '}
              {file === props.file && path && (
                <Button size="small" type="link" onClick={() => goTo(path)}>
                  {text.go}
                </Button>
              )}
            </li>
          ))}
        </ul>
      }
    />
  )
}

/** Brings a field into sight and into use; where it is not there yet, what it belongs to. */
function goTo(path: Path): void {
  for (let length = path.length; length > 0; length -= 1) {
    const field = document.getElementById(nameOf(path.slice(0, length)))
    if (!field) continue
    field.scrollIntoView({ block: 'center' })
    field.focus()
    return
  }
}
