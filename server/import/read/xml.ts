import type { Readable } from 'node:stream'
import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { failed } from '#server/import/problem.ts'

/** What a reader of XML listens to; names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Read XML as it comes, in a stream. There are no entities but the five of XML: whatever a document type declares is refused, so nothing
 * grows and nothing is fetched.
 * @throws ImportProblem where it is no XML or was cut off
 */
export async function readXml(file: string, stream: Readable, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ xmlns: true })
  let problem: Error | null = null
  parser.on('error', (error) => {
    problem ??= error
  })
  parser.on('doctype', () => {
    problem ??= new Error('it declares a document type')
  })
  parser.on('opentag', ({ local, attributes }) => {
    const plain = Object.values(attributes as Readonly<Record<string, SaxesAttributeNS>>)
    listener.open(
      local,
      new Map(plain.flatMap(({ local: name, name: full, value }) => [[name, value] as const, [full, value] as const])),
    )
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  parser.on('closetag', ({ local }) => listener.close?.(local))
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of stream) {
    parser.write(decoder.decode(chunk as Buffer, { stream: true }))
    if (problem !== null) break
  }
  if (problem === null) parser.close()
  if (problem !== null) throw failed(`${file}: can't be read as XML: ${(problem as Error).message.split('\n')[0]}`)
}
