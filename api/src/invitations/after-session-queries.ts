/** SQL over `i`: whether the guest was there. */
export const wasThere = `exists (
  select from attendances a where a.office_id = i.office_id and a.session_id = i.session_id
     and a.journalist_id = i.journalist_id and a.status = 'present')`

/** SQL over `s`, `i`: whether it is settled that the guest was not there; nothing noted says so once the session is done. */
export const wasMissed = `case when s.status = 'done' then not ${wasThere} else exists (
  select from attendances a where a.office_id = i.office_id and a.session_id = i.session_id
     and a.journalist_id = i.journalist_id and a.status in ('absent', 'excused')) end`

/** SQL over `i`: whether a guest who was not there is shown a material, be it only with the end of its embargo. */
export const hasMaterials = `exists (
  select from materials m where m.office_id = i.office_id and m.session_id = i.session_id and m.archived_at is null
     and (m.audience = 'invited' or m.audience = 'attending' and i.answer = 'attending'))`
