import autocannon from 'autocannon'
import { quantile, type Row } from '#test/bench/table.ts'

const items = '/api/collections/host_communities/items'
const tiles = '/api/collections/host_communities/tiles/WebMercatorQuad'
/** The least that this server can do: everything around an answer, and no answer. */
const hello = '/api/healthz'
const cached: readonly (readonly [string, string])[] = [
  ['a page of 100 features, cached', `${items}?limit=100&bbox=10,0,20,10`],
  ['a vector tile, cached', `${tiles}/5/14/18`],
]
const clients = [8, 32] as const

async function rate(url: string, path: string, connections: number, seconds: number) {
  const result = await autocannon({ url: url + path, connections, duration: seconds })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${path}: ${result.non2xx} answers were not 2xx`)
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

/** Answers that are kept, against the bare server: at least a quarter of its rate. */
async function measureCached(url: string, seconds: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const connections of clients) {
    const bare = await rate(url, hello, connections, seconds)
    rows.push({ what: `bare server, ${connections} clients`, value: bare.perSecond, unit: 'req/s' })
    for (const [what, path] of cached) {
      await fetch(url + path).then((answer) => answer.arrayBuffer())
      const { perSecond, p50, p99 } = await rate(url, path, connections, seconds)
      rows.push(
        { what: `${what}, ${connections} clients`, value: perSecond, unit: 'req/s' },
        { what: `${what}, ${connections} clients, p50`, value: p50, unit: 'ms' },
        { what: `${what}, ${connections} clients, p99`, value: p99, unit: 'ms' },
        {
          what: `${what}, ${connections} clients: bare server is faster`,
          value: bare.perSecond / perSecond,
          unit: 'x',
          bar: 4,
        },
      )
    }
  }
  return rows
}

async function timed(address: string): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(address)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return performance.now() - begun
}

/** Times of addresses that nobody asked for before, by so many clients at once. */
async function cold(addresses: readonly string[], connections: number): Promise<number[]> {
  const waiting = [...addresses]
  const times: number[] = []
  const client = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) times.push(await timed(next))
  }
  await Promise.all(Array.from({ length: connections }, client))
  return times
}

const page = (step: number): string => {
  const [west, south] = [-20 + (step % 60) + step / 1_000, -30 + (step % 40) + step / 1_000]
  return `${items}?limit=100&bbox=${[west, south, west + 10, south + 10].map((side) => side.toFixed(4)).join(',')}`
}
const tile = (step: number): string => `${tiles}/8/${100 + (step % 60)}/${110 + Math.floor(step / 60)}`

/** Pages and tiles that have to be made, alone and under load; 50,000 points in one answer. */
async function measureCold(url: string): Promise<Row[]> {
  const rows: Row[] = []
  let step = 0
  for (const connections of [1, ...clients]) {
    for (const [what, make, bar] of [
      ['a page of 100 features by bbox, never asked before', page, 8],
      ['a vector tile, never asked before', tile, undefined],
    ] as const) {
      const addresses = Array.from({ length: 200 }, () => url + make(step++))
      const times = await cold(addresses, connections)
      const p50 = { what: `${what}, ${connections} clients, p50`, value: quantile(times, 0.5), unit: 'ms' as const }
      rows.push(connections === 1 && bar !== undefined ? { ...p50, bar } : p50)
      rows.push({ what: `${what}, ${connections} clients, p99`, value: quantile(times, 0.99), unit: 'ms' })
    }
  }
  const large = Array.from({ length: 12 }, (_, index) => `${url}${items}?limit=50000&offset=${index + 1}`)
  rows.push({ what: '50,000 points as GeoJSON, p50', value: quantile(await cold(large, 1), 0.5), unit: 'ms', bar: 150 })
  return rows
}

/** Items and tiles as other programs ask for them: cached, cold, and against the bare server. */
export const measureStandards = async (url: string, seconds: number): Promise<Row[]> => [
  ...(await measureCached(url, Math.max(2, Math.round(seconds / 6)))),
  ...(await measureCold(url)),
]
