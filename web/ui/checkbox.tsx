import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components'
import { Icon } from '#web/ui/icon.tsx'

interface Props extends Omit<CheckboxProps, 'className' | 'children'> {
  readonly children: ReactNode
}

export function Checkbox({ children, ...props }: Props) {
  return (
    <AriaCheckbox {...props} className="checkbox">
      <span className="checkbox-box">
        <Icon name="check" size={12} />
      </span>
      <span className="checkbox-words">{children}</span>
    </AriaCheckbox>
  )
}
