import { lazy, Suspense } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Icon } from '#web/ui/icon.tsx'
import type { ManyChoiceProps } from '#web/ui/option.ts'

/** The list comes when it is first opened: the first screen does without it. */
const ManyChoiceList = lazy(async () => ({ default: (await import('#web/ui/many-choice-list.tsx')).ManyChoiceList }))

/** Any number of several: a button that opens a list with counts; none chosen means all. */
export function ManyChoice<Id extends string>(props: ManyChoiceProps<Id>) {
  const { label, summary, value, onChange } = props
  return (
    <DialogTrigger>
      <Button className={value.length > 0 ? 'field-button is-narrowed' : 'field-button'}>
        <span className="field-button-label">{label}</span>
        <span className="field-button-value">{summary}</span>
        <Icon name="down" size={16} />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog className="popover-dialog" aria-label={label}>
          <Suspense fallback={<div className="list list-waiting" />}>
            <ManyChoiceList {...props} onChange={(ids) => onChange(ids as Id[])} />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
