import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Option } from '#web/ui/option.ts'

interface Props<Id extends string> {
  readonly label: string
  readonly options: readonly Option<Id>[]
  readonly value: readonly Id[]
  readonly onChange: (value: Id[]) => void
  readonly isSingle?: boolean
  readonly look?: 'chips' | 'segments'
}

/** A row of buttons of which one or several are on. */
export function Toggles<Id extends string>({
  label,
  options,
  value,
  onChange,
  isSingle = false,
  look = 'chips',
}: Props<Id>) {
  const choose = (keys: Set<Key>) => onChange(options.map(({ id }) => id).filter((id) => keys.has(id)))
  return (
    <ToggleButtonGroup
      className={look}
      aria-label={label}
      selectionMode={isSingle ? 'single' : 'multiple'}
      disallowEmptySelection={isSingle}
      selectedKeys={value}
      onSelectionChange={choose}
    >
      {options.map(({ id, label: words, note }) => (
        <ToggleButton key={id} id={id} className="toggle">
          {words}
          {note === undefined ? null : <span className="toggle-note">{note}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
