import type { Server } from 'node:http'

/**
 * Links in answers begin with the origin of the request's address, which is what its `Host` header says. Behind a proxy that is the
 * wrong name or scheme, and a caller can make it any name: with a public address every request counts as sent to it.
 * @param origin e.g. `https://atlas.example`
 */
export function fixOrigin(server: Server, origin: string): void {
  server.prependListener('request', (request) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://unused.example')
    request.url = `${origin}${pathname}${search}`
  })
}
