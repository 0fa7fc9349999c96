import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from '#web/ui/button.tsx'

interface Props {
  readonly title: string
  readonly subtitle?: string
  readonly closeLabel: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly size?: 'wide' | 'narrow'
}

/** A window over the page; Escape, the button or a press outside closes it, and focus returns to what opened it. */
export function Dialog({ title, subtitle, closeLabel, isOpen, onClose, children, size = 'wide' }: Props) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => (open ? null : onClose())}>
      <Modal className={`modal modal-${size}`}>
        <AriaDialog className="dialog">
          <div className="dialog-head">
            <div className="dialog-titles">
              <Heading slot="title" className="dialog-title">
                {title}
              </Heading>
              {subtitle === undefined ? null : <p className="dialog-subtitle">{subtitle}</p>}
            </div>
            <IconButton icon="close" label={closeLabel} onPress={onClose} />
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
