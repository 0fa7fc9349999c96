import { type RefObject, useEffect, useState } from 'react'
import { openFile } from '#web/drop/dropped.ts'

/** Whether a file hangs over the element; one that is let go there is opened. */
export function useDropTarget(target: RefObject<HTMLElement | null>): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const element = target.current
    if (element === null) return
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent): void => {
      if (!holdsFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (): void => setOver(false)
    const drop = (event: DragEvent): void => {
      const [file] = event.dataTransfer?.files ?? []
      setOver(false)
      if (file === undefined) return
      event.preventDefault()
      void openFile(file)
    }
    element.addEventListener('dragover', over)
    element.addEventListener('dragleave', leave)
    element.addEventListener('drop', drop)
    return () => {
      element.removeEventListener('dragover', over)
      element.removeEventListener('dragleave', leave)
      element.removeEventListener('drop', drop)
    }
  }, [target])
  return isOver
}
