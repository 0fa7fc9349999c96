const deepest = 4
const mostParts = 50_000_000

export type GeometryClass = 'point' | 'line' | 'polygon' | 'mixed'
const classes: Readonly<Record<number, GeometryClass>> = {
  1: 'point',
  2: 'line',
  3: 'polygon',
  4: 'point',
  5: 'line',
  6: 'polygon',
  7: 'mixed',
}

class Walker {
  private at = 0
  private readonly view: DataView

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  private count(little: boolean): number {
    const value = this.view.getUint32(this.at, little)
    this.at += 4
    return value
  }

  private positions(times: number, dimensions: number, little: boolean): void {
    if (times > mostParts) throw new RangeError()
    for (let left = times; left > 0; left -= 1) {
      const [x, y] = [this.view.getFloat64(this.at, little), this.view.getFloat64(this.at + 8, little)]
      if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error('a position that is not two numbers')
      this.at += 8 * dimensions
    }
  }

  /** @returns the number of the kind; throws where the bytes are not what they say */
  geometry(depth: number): number {
    if (depth > deepest) throw new Error('nested too deeply')
    const little = this.view.getUint8(this.at) === 1
    this.at += 1
    const code = this.count(little)
    if ((code & 0x20000000) !== 0) this.at += 4
    const thousands = Math.trunc((code & 0xffff) / 1000)
    const hasZ = (code & 0x80000000) !== 0 || [1, 3].includes(thousands)
    const hasM = (code & 0x40000000) !== 0 || [2, 3].includes(thousands)
    const dimensions = 2 + Number(hasZ) + Number(hasM)
    const kind = (code & 0xffff) % 1000
    if (kind === 1) this.positions(1, dimensions, little)
    else if (kind === 2) this.positions(this.count(little), dimensions, little)
    else if (kind === 3) {
      for (let rings = this.count(little); rings > 0; rings -= 1) this.positions(this.count(little), dimensions, little)
    } else if (kind >= 4 && kind <= 7) {
      for (let parts = this.count(little); parts > 0; parts -= 1) this.geometry(depth + 1)
    } else throw new Error(`a kind of geometry that is not read (${kind})`)
    return kind
  }
}

/**
 * Walk through well-known binary before an engine sees it: lengths within the bytes, finite positions, no deep nesting.
 * An empty point (NaN, NaN) is no geometry.
 */
export function checkWkb(bytes: Uint8Array): { readonly kind: GeometryClass } | { readonly reason: string } {
  try {
    return { kind: classes[new Walker(bytes).geometry(0)] ?? 'mixed' }
  } catch (error) {
    const reason = error instanceof RangeError ? 'shorter than it says' : error instanceof Error ? error.message : ''
    return { reason: `geometry: ${reason}` }
  }
}
