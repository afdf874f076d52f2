import autocannon, { type Request } from 'autocannon'

/** How a server answered during one round; times in milliseconds. */
export interface Round {
  rps: number
  p50: number
  p99: number
}

export interface Load {
  url: string
  headers?: Record<string, string>
  requests: Request[]
  /** Seconds. */
  duration: number
}

/** Connections kept busy, as in the measurements the targets come from. */
const connections = 16

/** Sends requests for the given time, each connection its next when the last is answered; throws at any failure. */
export function measure({ url, headers = {}, requests, duration }: Load): Promise<Round> {
  const times: number[] = []
  return new Promise((resolve, reject) => {
    const run = autocannon({ url, headers, requests, duration, connections }, (error, result) => {
      if (error) return reject(error)
      const failed = result.errors + result.non2xx - result['3xx']
      if (failed > 0 || times.length === 0) {
        return reject(new Error(`${failed} of ${times.length} requests to ${url} failed`))
      }
      times.sort((a, b) => a - b)
      const share = (part: number): number =>
        times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
      resolve({ rps: times.length / result.duration, p50: share(0.5), p99: share(0.99) })
    })
    run.on('response', (_client: unknown, _status: number, _bytes: number, time: number) =>
      times.push(time),
    )
  })
}

/** The value below which this part (0 to 1) of the values lies, between two of them in proportion. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}

const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The median of each figure over the rounds. */
export const medianOf = (rounds: Round[]): Round => ({
  rps: median(rounds.map(({ rps }) => rps)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
})
