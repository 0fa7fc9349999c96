import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Icon, type IconName } from '#web/ui/icon.tsx'

type Kind = 'plain' | 'solid' | 'link' | 'quiet'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly kind?: Kind
  readonly icon?: IconName
  readonly children?: ReactNode
}

/** A button with words; `link` looks like one because it opens what is behind a number. */
export function Button({ kind = 'plain', icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`button button-${kind}`}>
      {icon === undefined ? null : <Icon name={icon} size={16} />}
      {children}
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  readonly icon: IconName
  readonly label: string
  readonly isOn?: boolean
}

/** A button that shows an icon only; its label is read aloud and shown on hover. */
export function IconButton({ icon, label, isOn, ...props }: IconButtonProps) {
  const pressed = isOn === undefined ? {} : { 'aria-pressed': isOn }
  return (
    <span className="icon-button-place" title={label}>
      <AriaButton {...props} {...pressed} aria-label={label} className={isOn ? 'icon-button is-on' : 'icon-button'}>
        <Icon name={icon} />
      </AriaButton>
    </span>
  )
}
