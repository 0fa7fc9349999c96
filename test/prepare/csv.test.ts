import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCsv } from '#server/prepare/read/csv.ts'
import type { RawRecord } from '#server/prepare/read/record.ts'
import { temporaryFolder } from '#test/prepare/workbench.ts'

async function read(text: string | Uint8Array): Promise<{ columns: readonly string[]; records: RawRecord[] }> {
  using folder = temporaryFolder()
  const path = join(folder.path, 'file.csv')
  writeFileSync(path, text)
  const source = await openCsv(path)
  const records: RawRecord[] = []
  for await (const batch of source.records) records.push(...batch)
  return { columns: source.columns, records }
}

const fate = ({ rowNumber, damage }: RawRecord) => [rowNumber, damage]

describe('reading CSV', () => {
  it('numbers records as a spreadsheet does and takes blank cells for none', async () => {
    const { columns, records } = await read('\ufeffid, name \r\n1,a\r\n\r\n2,\r\n')
    expect(columns).toEqual(['id', 'name'])
    expect(records.map(({ rowNumber, values }) => [rowNumber, values])).toEqual([
      [2, { id: '1', name: 'a' }],
      [3, { id: '2', name: null }],
    ])
  })

  it('keeps commas, quotes and line ends inside quotes', async () => {
    const { records } = await read('id,name\n1,"a, ""b""\nc"\n2,d\n')
    expect(records.map(({ values }) => values.name)).toEqual(['a, "b"\nc', 'd'])
    expect(records[0]?.rawText).toBe('1,"a, ""b""\nc"')
  })

  it('gives up one line for a stray quote, not its neighbours', async () => {
    const { records } = await read('id,name\n1,a\n2,"b\n3,c\n4,d\n5,"e, f"\n6,g\n')
    expect(records.map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 4, 5, 6, 7])
    expect(records.filter(({ damage }) => damage !== null).map(fate)).toEqual([
      [3, "can't be read as CSV: quote not closed"],
    ])
    expect(records[4]?.values.name).toBe('e, f')
  })

  it('says how many cells a record has where they are too many or too few', async () => {
    const { records } = await read('id,name\n1\n2,b,c\n3,d\n')
    expect(records.map(fate)).toEqual([
      [2, '1 cells where the header has 2'],
      [3, '3 cells where the header has 2'],
      [4, null],
    ])
  })

  it('sets aside what is not UTF-8', async () => {
    const { records } = await read(
      Buffer.concat([Buffer.from('id,name\n1,'), Buffer.from([0xe9]), Buffer.from('\n2,b\n')]),
    )
    expect(records.map(fate)).toEqual([
      [2, 'not UTF-8'],
      [3, null],
    ])
  })

  it.each(['', 'id,"name\n1,a\n', 'id,id\n1,2\n'])('refuses the header of %j', async (text) => {
    await expect(read(text)).rejects.toThrow(/header/)
  })

  it('loses no record and invents none, whatever is broken in a line', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ' ', '中'), maxLength: 6 })
    const line = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => `x${cells.join(',')}`)
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        const { records } = await read(['a,b,c', ...lines].join('\n'))
        expect(records.map(({ rawText }) => rawText).join('\n')).toBe(lines.join('\n'))
      }),
      { numRuns: 200, seed: 7 },
    )
  })
})
