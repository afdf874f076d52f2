import { useLocale } from '../i18n.tsx'
import { formatNumber, formatShare } from '../lib/format-time.ts'
import classes from './funnel.module.css'

interface FunnelProps {
  /** What the line shows, for those who cannot see it. */
  label: string
  /** In their order; shares are of the first. */
  steps: readonly { label: string; value: number }[]
}

/**
 * From invited to published as plain SVG bars from zero. It is a table to begin with, the bar
 * being one of its columns, so nothing hides behind the picture.
 */
export const Funnel = ({ label, steps }: FunnelProps) => {
  const locale = useLocale()
  const first = steps[0]?.value ?? 0
  const largest = Math.max(1, ...steps.map((step) => step.value))
  return (
    <table className={classes.table} aria-label={label}>
      <tbody>
        {steps.map((step, index) => (
          <tr key={step.label}>
            <th scope="row" className={classes.label}>
              {step.label}
            </th>
            <td className={classes.bar} aria-hidden="true">
              <svg width="100%" height="20" preserveAspectRatio="none" viewBox="0 0 100 20">
                <title>{step.label}</title>
                <rect className={classes.track} width="100" height="20" />
                <rect className={classes.fill} width={(step.value / largest) * 100} height="20" />
              </svg>
            </td>
            <td className={classes.value}>{formatNumber(step.value, locale)}</td>
            <td className={classes.share}>
              {index === 0 ? '' : formatShare(step.value, first, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
