import { Fragment, type ReactNode } from 'react'
import classes from './templates.module.css'

/** The body of a mail, inert; without its inline styles, which this page's policy refuses and its own look replaces. */
function bodyOf(html: string): HTMLElement {
  const unstyled = html.slice(html.indexOf('<body')).replace(/ style="[^"]*"/g, '')
  return new DOMParser().parseFromString(unstyled, 'text/html').body
}

/** What a mail's own parts look like here; no link of it can be followed. */
function shown(node: ChildNode, key: number): ReactNode {
  if (!(node instanceof HTMLElement)) return node.textContent
  const within = [...node.childNodes].map(shown)
  switch (node.tagName) {
    case 'P':
      return (
        <p key={key} className={classes[node.className] ?? undefined}>
          {within}
        </p>
      )
    case 'A':
      return (
        <span key={key} className={node.className === 'button' ? classes.button : classes.link}>
          {within}
        </span>
      )
    case 'BR':
      return <br key={key} />
    default:
      return <Fragment key={key}>{within}</Fragment>
  }
}

/** A mail as its reader sees it. */
export const MailLook = ({ subject, html }: { subject: string; html: string }) => (
  <div className={classes.mail}>
    <p className={classes.subject}>{subject}</p>
    {[...bodyOf(html).childNodes].map(shown)}
  </div>
)
