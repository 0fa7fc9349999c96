import { useState } from 'react'
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover, type Selection } from 'react-aria-components'
import { Icon } from '#web/ui/icon.tsx'

export interface Option<Id extends string = string> {
  readonly id: Id
  readonly label: string
  /** Muted words after the label: a code, a count. */
  readonly note?: string
}

interface Props<Id extends string> {
  readonly label: string
  readonly options: readonly Option<Id>[]
  readonly value: Id
  readonly onChange: (value: Id) => void
}

/** One of several: a button that opens a list. */
export function Choice<Id extends string>({ label, options, value, onChange }: Props<Id>) {
  const [isOpen, setOpen] = useState(false)
  const chosen = options.find(({ id }) => id === value)
  const choose = (selection: Selection) => {
    const option = options.find(({ id }) => selection !== 'all' && selection.has(id))
    if (option !== undefined) onChange(option.id)
    setOpen(false)
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="field-button is-choice" aria-label={`${label}: ${chosen?.label ?? ''}`}>
        <span className="choice-value">{chosen?.label}</span>
        <span className="list-item-note">{chosen?.note}</span>
        <Icon name="down" size={16} />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog className="popover-dialog" aria-label={label}>
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
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
