import type { AnswerCache } from '#server/http/answer-cache.ts'

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

interface Series {
  count: number
  sum: number
  readonly within: number[]
}

const quoted = (text: string): string => `"${text.replace(/[\\"\n]/g, '_')}"`

/** Numbers about this process, as Prometheus reads them. */
export class Metrics {
  readonly #requests = new Map<string, number>()
  readonly #durations = new Map<string, Series>()
  readonly #cache: AnswerCache

  constructor(cache: AnswerCache) {
    this.#cache = cache
  }

  /** @param route the pattern and not the path, so that the number of series stays small */
  observe(route: string, status: number, seconds: number): void {
    const label = `route=${quoted(route)},status="${status}"`
    this.#requests.set(label, (this.#requests.get(label) ?? 0) + 1)
    const key = `route=${quoted(route)}`
    const series = this.#durations.get(key) ?? { count: 0, sum: 0, within: buckets.map(() => 0) }
    series.count += 1
    series.sum += seconds
    for (const [index, edge] of buckets.entries())
      if (seconds <= edge) series.within[index] = (series.within[index] ?? 0) + 1
    this.#durations.set(key, series)
  }

  /** The text of one scrape. */
  text(snapshot: string): string {
    const lines = [
      '# TYPE smap_requests_total counter',
      ...[...this.#requests].map(([label, count]) => `smap_requests_total{${label}} ${count}`),
      '# TYPE smap_request_seconds histogram',
      ...[...this.#durations].flatMap(([label, series]) => histogram(label, series)),
      '# TYPE smap_answers_kept_bytes gauge',
      `smap_answers_kept_bytes ${this.#cache.bytes}`,
      '# TYPE smap_answers_reused_total counter',
      `smap_answers_reused_total ${this.#cache.hits}`,
      '# TYPE smap_answers_made_total counter',
      `smap_answers_made_total ${this.#cache.misses}`,
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      '# TYPE smap_snapshot_info gauge',
      `smap_snapshot_info{snapshot=${quoted(snapshot)}} 1`,
    ]
    return `${lines.join('\n')}\n`
  }
}

function histogram(label: string, { count, sum, within }: Series): string[] {
  return [
    ...buckets.map((edge, index) => `smap_request_seconds_bucket{${label},le="${edge}"} ${within[index]}`),
    `smap_request_seconds_bucket{${label},le="+Inf"} ${count}`,
    `smap_request_seconds_sum{${label}} ${sum}`,
    `smap_request_seconds_count{${label}} ${count}`,
  ]
}
