import { lazy, Suspense, useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Icon } from '#web/ui/icon.tsx'
import type { Option } from '#web/ui/option.ts'

/** The list comes when it is first opened: the first screen does without it. */
const ChoiceList = lazy(async () => ({ default: (await import('#web/ui/choice-list.tsx')).ChoiceList }))

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
  const choose = ({ id }: Option) => {
    onChange(id as Id)
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
          <Suspense fallback={<div className="list list-waiting" />}>
            <ChoiceList label={label} options={options} value={value} onChange={choose} />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
