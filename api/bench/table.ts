import type { Comparison } from './compare.ts'
import type { Scenario } from './scenarios.ts'

const round = (value: number): number => Math.round(value * 100) / 100
const ms = (value: number): string => value.toFixed(1)

/** Prints the comparison for people, then as one line of JSON for programs. */
export function printTable(results: Partial<Record<Scenario['name'], Comparison>>): void {
  console.table(
    Object.fromEntries(
      Object.entries(results).map(([name, { ours, bare, ratio, spread, target }]) => [
        name,
        {
          'ours req/s': Math.round(ours.rps),
          'ours p50 ms': ms(ours.p50),
          'ours p99 ms': ms(ours.p99),
          'bare req/s': Math.round(bare.rps),
          'bare p50 ms': ms(bare.p50),
          'bare p99 ms': ms(bare.p99),
          ratio: ratio.toFixed(2),
          'middle half': spread.map((one) => one.toFixed(2)).join(' to '),
          target: `≥ ${round(target)}`,
        },
      ]),
    ),
  )
  const figures = Object.entries(results).map(([name, { ours, ratio, spread, pairs }]) => [
    name,
    {
      rps: Math.round(ours.rps),
      p50: round(ours.p50),
      p99: round(ours.p99),
      ratio: round(ratio),
      spread: spread.map(round),
      pairs,
    },
  ])
  console.log(JSON.stringify(Object.fromEntries(figures)))
}
