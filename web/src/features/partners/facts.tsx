import type { ReactNode } from 'react'
import classes from '../partner-forms/partners.module.css'

export interface Fact {
  label: string
  /** Null, false or empty: the line is left out. */
  value: ReactNode
}

/** What is known of a partner, as a calm list; what is not known takes no room. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={classes.facts}>
    {facts
      .filter(({ value }) => value !== null && value !== false && value !== '')
      .map(({ label, value }) => [
        <dt key={`${label}:`}>{label}</dt>,
        <dd key={label}>{value}</dd>,
      ])}
  </dl>
)
