import { unpacked } from '#test/setup/addresses.ts'

function bytesOf(number: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(number)
  return bytes
}

/** A function that names the secrets which an answer tells: texts, and numbers as the eight bytes of a double. */
export const tellsOf =
  (texts: readonly string[], numbers: readonly number[]) =>
  async (response: Response): Promise<string[]> => {
    const parts = await unpacked(new Uint8Array(await response.arrayBuffer()))
    return parts.flatMap((part) => [
      ...texts.filter((text) => part.includes(text)),
      ...numbers.filter((number) => part.includes(bytesOf(number))).map((number) => `the double ${number}`),
    ])
  }
