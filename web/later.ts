import { type ComponentType, lazy } from 'react'
import { speakLater } from '#web/text/text.ts'

/** A part of the page whose code comes when it is first shown, and with it the texts that the first screen does without. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    const [view] = await Promise.all([load(), speakLater()])
    return { default: view }
  })
