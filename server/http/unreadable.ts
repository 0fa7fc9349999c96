import { randomUUID } from 'node:crypto'
import { type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { Problem, toResponse } from '#server/problem.ts'

const tooLarge = new Set(['HPE_HEADER_OVERFLOW', 'HPE_CHUNK_EXTENSIONS_OVERFLOW'])

async function answer(socket: Duplex, code: string | undefined): Promise<void> {
  const problem = new Problem(tooLarge.has(code ?? '') ? 'header_too_large' : 'bad_request')
  const response = toResponse(problem, '/', randomUUID())
  const body = await response.text()
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const length = Buffer.byteLength(body)
  socket.end(
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}\r\n${head}content-length: ${length}\r\nconnection: close\r\n\r\n${body}`,
  )
}

/** What the parser of HTTP refuses never becomes a request; it is answered with a problem all the same, and the line is closed. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else void answer(socket, error.code)
  })
}
