import { useState } from 'react'
import { Input, ListBox, ListBoxItem, type Selection, TextField } from 'react-aria-components'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import type { ManyChoiceProps } from '#web/ui/option.ts'

/** The list behind a choice of several, with a box that narrows it where it is long. */
export function ManyChoiceList(props: ManyChoiceProps<string>) {
  const { label, options, value, onChange, clearLabel, searchLabel } = props
  const [search, setSearch] = useState('')
  const needle = search.trim().toLowerCase()
  const visible = options.filter((option) => option.label.toLowerCase().includes(needle))
  const choose = (selection: Selection) => {
    const isChosen = (id: string) => selection === 'all' || selection.has(id)
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
        escapeKeyBehavior="none"
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
          <Button kind="link" onPress={() => onChange([])}>
            {clearLabel}
          </Button>
        </div>
      )}
    </>
  )
}
