import type { RefObject } from 'react'
import { useDropTarget } from '#web/drop/use-drop-target.ts'
import { useSpeech } from '#web/text/text.ts'

/** What happens to the file that hangs over the map. */
export function DropHint({ target }: { readonly target: RefObject<HTMLElement | null> }) {
  const { t } = useSpeech()
  return useDropTarget(target) ? <p className="drop-hint">{t('drop.here')}</p> : null
}
