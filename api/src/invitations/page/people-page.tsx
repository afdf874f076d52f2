/** @jsxRuntime automatic */
import type { Language } from '../../platform/language.ts'
import type { PersonalView } from '../personal-queries.ts'
import { Letterhead, renderDocument } from './document.tsx'
import { EventFacts, Signature } from './event-parts.tsx'
import { type PageContext, pageContext } from './page-context.ts'
import type { PeopleText } from './people-text.ts'

/** The forms in which a guest writes somebody down; each is the address below the link, too. */
export type PeopleForm = 'substitute' | 'represent' | 'nominations'

/** Why a person was not taken. */
export type Problem = keyof Pick<PeopleText, 'incomplete' | 'refused' | 'full'>

interface Showing {
  token: string
  language: Language
  /** What was just sent is acknowledged. */
  done?: boolean
  problem?: Problem
  /** What was written in the form before. */
  written?: Record<string, unknown>
}

interface FormProps {
  context: PageContext
  form: PeopleForm
  withOutlet: boolean
  submit: string
  written: Record<string, unknown>
}

const PersonForm = ({ context, form, withOutlet, submit, written }: FormProps) => {
  const { people, path, view } = context
  const before = (name: string) => {
    const value = written[name]
    return typeof value === 'string' ? value : undefined
  }
  return (
    <form method="post" action={path(form)}>
      <label htmlFor="fullName">{people.fullName}</label>
      <input
        id="fullName"
        name="fullName"
        required
        maxLength={160}
        autoComplete="off"
        defaultValue={before('fullName')}
      />
      <label htmlFor="phone">
        {people.phone}
        <span>{people.phoneHint}</span>
      </label>
      <input
        id="phone"
        name="phone"
        type="tel"
        maxLength={40}
        autoComplete="off"
        defaultValue={before('phone')}
      />
      <label htmlFor="email">{people.email}</label>
      <input
        id="email"
        name="email"
        type="email"
        maxLength={254}
        autoComplete="off"
        defaultValue={before('email')}
      />
      {withOutlet && (
        <>
          <label htmlFor="outletName">
            {people.outlet}
            <span>{people.outletHint(view.outlet)}</span>
          </label>
          <input
            id="outletName"
            name="outletName"
            maxLength={160}
            autoComplete="off"
            defaultValue={before('outletName')}
          />
        </>
      )}
      <div className="do">
        <button type="submit" className="main">
          {submit}
        </button>
      </div>
    </form>
  )
}

/** Whom a coordinator named so far, each to be taken back. */
const Named = ({ view, people, path }: PageContext) => (
  <ul className="named">
    {view.group?.named.map(({ id, fullName }) => (
      <li key={id}>
        <span>{fullName}</span>
        <form method="post" action={path('nominations')}>
          <button
            type="submit"
            name="takeBack"
            value={id}
            aria-label={`${people.takeBack}: ${fullName}`}
          >
            {people.takeBack}
          </button>
        </form>
      </li>
    ))}
  </ul>
)

/** What the form is called, what it does, and what its button says. */
function wordsOf(form: PeopleForm, { people, view }: PageContext) {
  switch (form) {
    case 'substitute':
      return {
        title: people.substitute,
        hint: people.substituteHint(view.outlet),
        submit: people.substituteDo,
      }
    case 'represent':
      return {
        title: people.representTitle,
        hint: people.representHint,
        submit: people.representDo,
      }
    case 'nominations':
      return {
        title: people.coordinates(view.group?.name ?? ''),
        hint: people.nominationsHint,
        submit: people.nominateDo,
      }
  }
}

/** One form about somebody else than the guest. Opening it changes nothing, and it names nobody the reader did not. */
export function peoplePage(
  form: PeopleForm,
  view: PersonalView,
  { token, language, done = false, problem, written = {} }: Showing,
): string {
  const context = pageContext(view, token, language)
  const { text, people, path } = context
  const { title, hint, submit } = wordsOf(form, context)
  const group = form === 'nominations' ? view.group : null
  const full = group !== null && group.named.length >= group.places
  return renderDocument({
    language,
    title: `${done ? people.representSent : title} · ${view.title}`,
    children: (
      <>
        <Letterhead office={view.office} />
        <h1 className="greet">{done ? people.representSent : title}</h1>
        <p>{done ? people.representSentHint : hint}</p>
        {problem && (
          <p className="state cancelled" role="alert">
            {people[problem]}
          </p>
        )}
        {group && (
          <>
            <p>
              <b>{people.named(group.named.length, group.places)}</b>{' '}
              {full && people.nominationsFull}
            </p>
            {group.named.length > 0 && <Named {...context} />}
          </>
        )}
        {!done && !full && (
          <PersonForm
            context={context}
            form={form}
            withOutlet={form !== 'substitute'}
            submit={submit}
            written={written}
          />
        )}
        <section>
          <h2>{view.title}</h2>
          <EventFacts {...context} />
        </section>
        {form !== 'represent' && (
          <a className="button" href={path()}>
            {text.backToInvitation}
          </a>
        )}
        <Signature {...context} />
      </>
    ),
  })
}
