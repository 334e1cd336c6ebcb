import { Button, Input, Select } from 'antd'
import { useWords } from '../../../parts/lang.ts'
import { Faults, textOf } from './field-parts.tsx'
import { fieldLabel } from './field-words.ts'
import { documentNamed, useRuleForm } from './form-context.ts'
import { formWords } from './form-words.ts'
import { isFields, nameOf, type Path } from './schema.ts'

/** What a value rests on: the document, its clause, and the words selected in it. */
export function SourceField({ value, path }: { value: unknown; path: Path }) {
  const { kind, language, documents, citing, cite, set, faultsAt } = useRuleForm()
  const text = useWords(formWords)
  const source = isFields(value) ? value : {}
  const document = textOf(source['document'])
  const quote = textOf(source['quote'])
  const clause = textOf(source['clause'])
  const active = citing === nameOf(path)
  const known = documentNamed(documents, document)
  const faults = (['document', 'clause', 'quote'] as const).flatMap((key) => faultsAt([...path, key]))
  const label = (key: string) => fieldLabel(kind, key, language)
  if (!active && quote && clause && document && faults.length === 0)
    return (
      <blockquote className="citation rule-citation" id={nameOf(path)} tabIndex={-1}>
        <p className="flat">“{quote}”</p>
        <footer className="muted small">
          {known?.citation ?? document} {clause}{' '}
          <Button size="small" type="link" onClick={() => cite(path)}>
            {text.citeAnew}
          </Button>
        </footer>
      </blockquote>
    )
  return (
    <div className="rule-source">
      <Select
        id={nameOf(path)}
        aria-label={label('document')}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={label('document')}
        value={known ? `${known.packId}:${known.id}` : document || undefined}
        options={documents.map(({ packId, id, citation }) => ({ value: `${packId}:${id}`, label: citation }))}
        onChange={(next: string) => {
          set([...path, 'document'], next)
          cite(path)
        }}
      />
      <Input
        aria-label={label('clause')}
        placeholder={text.clauseHint}
        value={clause}
        onChange={({ target }) => set([...path, 'clause'], target.value)}
      />
      <Input.TextArea
        aria-label={label('quote')}
        placeholder={text.quoteHint}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={quote}
        onChange={({ target }) => set([...path, 'quote'], target.value)}
      />
      {!active && (
        <Button size="small" onClick={() => cite(path)}>
          {text.selectWords}
        </Button>
      )}
      <Faults faults={faults} />
    </div>
  )
}
