import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether an `Authorization` header carries the token; takes as long whatever the header is. Without a token everybody may. */
export function isAllowed(token: string | undefined, header: string | undefined): boolean {
  if (token === undefined) return true
  return timingSafeEqual(digest(`Bearer ${token}`), digest(header ?? ''))
}
