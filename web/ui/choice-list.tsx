import { ListBox, ListBoxItem, type Selection } from 'react-aria-components'
import type { Option } from '#web/ui/option.ts'

interface Props {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string
  readonly onChange: (option: Option) => void
}

/** The list behind a choice of one. */
export function ChoiceList({ label, options, value, onChange }: Props) {
  const choose = (selection: Selection) => {
    const option = options.find(({ id }) => selection !== 'all' && selection.has(id))
    if (option !== undefined) onChange(option)
  }
  return (
    <ListBox
      className="list"
      aria-label={label}
      items={options.map((option) => ({ ...option }))}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
      autoFocus
    >
      {(option) => (
        <ListBoxItem className="list-item" id={option.id} textValue={option.label}>
          <span className="list-item-label">{option.label}</span>
          {option.note === undefined ? null : <span className="list-item-note">{option.note}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  )
}
