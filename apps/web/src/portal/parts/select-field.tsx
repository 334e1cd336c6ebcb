import { Field, fieldId } from './field.tsx'

/** A choice among named values. */
export function SelectField<T extends string>({
  path,
  label,
  hint,
  short,
  value,
  options,
  onChange,
}: {
  path: string
  label: string
  hint?: string | undefined
  short?: boolean
  value: T
  options: readonly { value: T; name: string }[]
  onChange: (value: T) => void
}) {
  return (
    <Field id={fieldId(path)} label={label} hint={hint}>
      {(aria) => (
        <select
          {...aria}
          className={short ? 'input short' : 'input'}
          value={value}
          onChange={(event) => onChange(event.target.value as T)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Options of a select from a record of names, in its order. */
export function optionsOf<T extends string>(
  names: Readonly<Record<T, string>>,
): { value: T; name: string }[] {
  return Object.entries<string>(names).map(([value, name]) => ({ value: value as T, name }))
}
