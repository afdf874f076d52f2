import { useT } from '../../i18n.tsx'
import type { OutboxScan } from '../scan-outbox/outbox-scans.ts'
import classes from './door.module.css'
import { liveStrings } from './live.strings.ts'

/** Acts the server will never take, kept with their reason for whoever puts them right by hand. */
export const DoorRefused = ({
  acts: entries,
  clock,
}: {
  acts: readonly OutboxScan[]
  clock: (at: string) => string
}) => {
  const t = useT(liveStrings)
  if (entries.length === 0) return null
  return (
    <details className={classes.quiet}>
      <summary>{t('refused', { count: entries.length })}</summary>
      <ul>
        {entries.map(({ scan, name, refusal }) => (
          <li key={scan.nonce}>
            {t('refusedAt', { name, time: clock(scan.scannedAt) })}
            {refusal && ` · ${t('reason', { reason: refusal })}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
