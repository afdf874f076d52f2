import { type PersonForm, takeBackForm } from '@ngopi/shared/personal-forms'
import { AppError } from '../platform/app-error.ts'
import type { WholeTx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { HeldInvitation } from './hold-commands.ts'
import { journalistNamed } from './named-person-commands.ts'
import { nominate, takeBackNomination } from './nomination-commands.ts'
import { personalPath } from './page/page-context.ts'
import { type PeopleForm, type Problem, peoplePage } from './page/people-page.tsx'
import { personalPage } from './page/personal-page.tsx'
import { type PersonFaults, readPersonForm } from './person-form.ts'
import { holdByLink } from './personal-commands.ts'
import type { PersonalView } from './personal-queries.ts'
import { goneNotice, type PersonalRouting, sendPage, type Visit } from './personal-visit-routes.ts'
import { askToRepresent } from './representation-commands.ts'
import { closedBecause } from './rules.ts'
import { substituteGuest } from './substitution-commands.ts'

/** Whether a form about people may be filled in. */
function isAsked(form: PeopleForm, view: PersonalView): boolean {
  if (view.answer === 'substituted' || closedBecause(view, new Date(view.now))) return false
  return form !== 'nominations' || view.group !== null
}

/** Why a person could not be taken; undefined for what is no matter of the form. */
function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof AppError)) return undefined
  if (error.code === 'full') return 'full'
  // Whether somebody is known, invited already or wants no invitations is nobody's business but theirs.
  return error.code === 'duplicate' || error.code === 'invalid' ? 'refused' : undefined
}

/** The forms by which a guest writes somebody down: a substitute, oneself with a forwarded link, who comes for a group. */
export function personalPeopleRoutes(routing: PersonalRouting, deps: Deps): void {
  const { database } = deps

  const write = <T>({ link }: Visit, work: (tx: WholeTx, held: HeldInvitation) => Promise<T>) =>
    database.write([link.officeId], `invitation:${link.invitationId}`, async (tx) =>
      work(tx, await holdByLink(tx, link)),
    )

  const showForm = (form: PeopleForm) =>
    routing.show(`/${form}`, ({ request, reply, view, token, language }) => {
      const done = form === 'represent' && request.query.terkirim !== undefined
      if (!done && !isAsked(form, view))
        return sendPage(reply, 200, personalPage(view, { token, language, received: false }))
      return sendPage(reply, 200, peoplePage(form, view, { token, language, done }))
    })

  /** Shows the form again with what was written in it and why it was not taken. */
  async function showAgain(
    visit: Visit,
    form: PeopleForm,
    { problem, faults = {} }: { problem: Problem; faults?: PersonFaults },
  ) {
    const { reply, link, token, language, request } = visit
    const view = await routing.look(link)
    const gone = goneNotice(link, view, language)
    if (gone) return sendPage(reply, 410, gone)
    if (!isAsked(form, view))
      return sendPage(reply, 409, personalPage(view, { token, language, received: false }))
    const written = request.body as Record<string, unknown> | undefined
    const page = peoplePage(form, view, {
      token,
      language,
      problem,
      faults,
      written: written ?? {},
    })
    return sendPage(reply, problem === 'incomplete' ? 400 : 409, page)
  }

  function takeForm(
    form: PeopleForm,
    {
      work,
      below = form,
      acknowledged = false,
    }: {
      work: (tx: WholeTx, held: HeldInvitation, person: PersonForm) => Promise<unknown>
      /** Where the guest goes afterwards. */
      below?: string
      /** Whether the page there acknowledges what was sent. */
      acknowledged?: boolean
    },
  ) {
    return async (visit: Visit) => {
      const { person, faults } = readPersonForm(visit.request.body)
      if (!person) return showAgain(visit, form, { problem: 'incomplete', faults })
      try {
        await write(visit, (tx, held) => work(tx, held, person))
      } catch (error) {
        const problem = problemOf(error)
        if (!problem) throw error
        return showAgain(visit, form, { problem })
      }
      return visit.reply.redirect(
        personalPath(visit.token, visit.language, below, acknowledged),
        303,
      )
    }
  }

  showForm('substitute')
  routing.take(
    '/substitute',
    takeForm('substitute', {
      below: '',
      work: async (tx, held, { fullName, phone = null, email = null }) => {
        const { officeId, outletId } = held
        const person = { fullName, phone, email }
        const journalistId = await journalistNamed(tx, { officeId, outletId, person })
        await substituteGuest(tx, { held, journalistId, by: { kind: 'journalist' }, notify: false })
      },
    }),
  )

  showForm('represent')
  const takeRepresent = takeForm('represent', {
    acknowledged: true,
    work: (tx, held, person) => askToRepresent(tx, { held, person }),
  })
  routing.take('/represent', takeRepresent)

  showForm('nominations')
  const takeNomination = takeForm('nominations', {
    work: (tx, held, person) => nominate(tx, { held, person }),
  })
  routing.take('/nominations', async (visit) => {
    const takenBack = takeBackForm.safeParse(visit.request.body)
    if (!takenBack.success) return takeNomination(visit)
    const { takeBack: invitationId } = takenBack.data
    await write(visit, (tx, held) => takeBackNomination(tx, { held, invitationId }))
    return visit.reply.redirect(personalPath(visit.token, visit.language, 'nominations'), 303)
  })
}
