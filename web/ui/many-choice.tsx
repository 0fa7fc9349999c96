import { useState } from 'react'
import {
  Button,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  type Selection,
  TextField,
} from 'react-aria-components'
import { Button as WordButton } from '#web/ui/button.tsx'
import type { Option } from '#web/ui/choice.tsx'
import { Icon } from '#web/ui/icon.tsx'

interface Props<Id extends string> {
  readonly label: string
  /** What the button says: the chosen names, or that all count. */
  readonly summary: string
  readonly options: readonly Option<Id>[]
  readonly value: readonly Id[]
  readonly onChange: (value: Id[]) => void
  readonly clearLabel: string
  /** Given for long lists: a box that narrows them. */
  readonly searchLabel?: string
}

/** Any number of several: a button that opens a list with counts; none chosen means all. */
export function ManyChoice<Id extends string>(props: Props<Id>) {
  const { label, summary, value } = props
  return (
    <DialogTrigger>
      <Button className={value.length > 0 ? 'field-button is-narrowed' : 'field-button'}>
        <span className="field-button-label">{label}</span>
        <span className="field-button-value">{summary}</span>
        <Icon name="down" size={16} />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog className="popover-dialog" aria-label={label}>
          <Options {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Options<Id extends string>(props: Props<Id>) {
  const { label, options, value, onChange, clearLabel, searchLabel } = props
  const [search, setSearch] = useState('')
  const needle = search.trim().toLowerCase()
  const visible = options.filter((option) => option.label.toLowerCase().includes(needle))
  const choose = (selection: Selection) => {
    const isChosen = (id: Id) => selection === 'all' || selection.has(id)
    const hidden = value.filter((id) => !visible.some((option) => option.id === id))
    onChange([...hidden, ...visible.map(({ id }) => id).filter(isChosen)])
  }
  return (
    <>
      {searchLabel === undefined ? null : (
        <TextField className="list-search" aria-label={searchLabel} value={search} onChange={setSearch} autoFocus>
          <Input className="input" placeholder={searchLabel} />
        </TextField>
      )}
      <ListBox
        className="list"
        aria-label={label}
        items={visible.map((option) => ({ ...option }))}
        selectionMode="multiple"
        selectedKeys={value}
        onSelectionChange={choose}
      >
        {(option) => (
          <ListBoxItem className="list-item has-box" id={option.id} textValue={option.label}>
            <span className="checkbox-box">
              <Icon name="check" size={12} />
            </span>
            <span className="list-item-label">{option.label}</span>
            {option.note === undefined ? null : <span className="list-item-note">{option.note}</span>}
          </ListBoxItem>
        )}
      </ListBox>
      {value.length === 0 ? null : (
        <div className="list-foot">
          <WordButton kind="link" onPress={() => onChange([])}>
            {clearLabel}
          </WordButton>
        </div>
      )}
    </>
  )
}
