/** @jsxRuntime automatic */
import type { MessageLanguage } from '@ngopi/shared/templates'
import { Fragment, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { isEmpty, type MessageLine, type Stretch } from './render-template.ts'

/** Mail programs that know it follow the reader's scheme; the others show the light one that stands inline. */
const darkScheme = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#0f0e0c!important;color:#ece8e2!important}
.sheet{background:#1c1a17!important}
.office{border-color:#d9b08c!important}
.foot{color:#c2bcb4!important;border-color:#4a453f!important}
.link{color:#79bcb6!important}
.button{background:#79bcb6!important;color:#0f0e0c!important}
}`
  .trim()
  .replaceAll('\n', '')

const style = {
  page: {
    margin: 0,
    padding: '24px 12px',
    background: '#f4f2ef',
    color: '#262220',
    fontFamily: 'system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,sans-serif',
    fontSize: '16px',
    lineHeight: 1.5,
    overflowWrap: 'anywhere',
  },
  sheet: {
    maxWidth: '560px',
    margin: '0 auto',
    padding: '24px',
    background: '#ffffff',
    borderRadius: '10px',
  },
  office: {
    margin: '0 0 20px',
    padding: '0 0 12px',
    borderBottom: '2px solid #6f4a2f',
    fontWeight: 600,
  },
  paragraph: { margin: '0 0 16px' },
  link: { color: '#0e5f5a' },
  button: {
    display: 'inline-block',
    padding: '12px 22px',
    borderRadius: '8px',
    background: '#0e5f5a',
    color: '#ffffff',
    fontWeight: 600,
    textDecoration: 'none',
  },
  foot: {
    margin: '24px 0 0',
    padding: '12px 0 0',
    borderTop: '1px solid #dcd8d1',
    color: '#57514a',
    fontSize: '14px',
  },
} as const

const Link = ({ href, children }: { href: string; children: ReactNode }) => (
  <a className="link" href={href} style={style.link}>
    {children}
  </a>
)

/** Addresses that we put in ourselves can be followed; what looks like one in other words stays words. */
const Words = ({ text, variable }: Stretch) =>
  (variable === 'tautan' || variable === 'peta') && /^https?:\/\//.test(text) ? (
    <Link href={text}>{text}</Link>
  ) : (
    text
  )

const Line = ({ line }: { line: MessageLine }) =>
  line.map((stretch, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never updated
    <Words key={i} {...stretch} />
  ))

/** A part of a mail: lines that belong together, or the link on a line of its own. */
type Block = { lines: MessageLine[] } | { href: string }

function blocksOf(lines: readonly MessageLine[]): Block[] {
  const blocks: Block[] = []
  let open: MessageLine[] | undefined
  let linked = false
  for (const line of lines) {
    const [first] = line
    if (isEmpty(line)) open = undefined
    else if (!linked && line.length === 1 && first?.variable === 'tautan') {
      blocks.push({ href: first.text })
      linked = true
      open = undefined
    } else if (open) open.push(line)
    else {
      open = [line]
      blocks.push({ lines: open })
    }
  }
  return blocks
}

interface MailProps {
  language: MessageLanguage
  subject: string
  office: string
  lines: readonly MessageLine[]
  /** What the button of the personal link says. */
  action: string
  stop: { href: string; label: string }
}

const Paragraph = ({ block, action }: { block: Block; action: string }) => (
  <p style={style.paragraph}>
    {'href' in block ? (
      <a className="button" href={block.href} style={style.button}>
        {action}
      </a>
    ) : (
      block.lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never updated
        <Fragment key={i}>
          {i > 0 && <br />}
          <Line line={line} />
        </Fragment>
      ))
    )}
  </p>
)

const Mail = ({ language, subject, office, lines, action, stop }: MailProps) => (
  <html lang={language}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{subject}</title>
      <style>{darkScheme}</style>
    </head>
    <body className="page" style={style.page}>
      <div className="sheet" style={style.sheet}>
        <p className="office" style={style.office}>
          {office}
        </p>
        {blocksOf(lines).map((block, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never updated
          <Paragraph key={i} block={block} action={action} />
        ))}
        <p className="foot" style={style.foot}>
          <Link href={stop.href}>{stop.label}</Link>
        </p>
      </div>
    </body>
  </html>
)

/** A message as a mail shows it: the same words, with the personal link as a button. */
export const mailHtml = (props: MailProps): string =>
  `<!doctype html>${renderToStaticMarkup(<Mail {...props} />)}`
