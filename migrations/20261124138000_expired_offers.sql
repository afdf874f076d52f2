-- The job of the clock knows no office: it asks where offers of a seat have run out, by their own limit or because
-- answers have closed.
GRANT SELECT (session_id, answer, offer_expires_at) ON invitations TO ngopi_lookup;
GRANT SELECT (status, starts_at, rsvp_closes_at) ON sessions TO ngopi_lookup;
CREATE FUNCTION sessions_with_expired_offers() RETURNS TABLE (office_id uuid, session_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT DISTINCT s.office_id, s.id
    FROM invitations i JOIN sessions s ON s.id = i.session_id AND s.office_id = i.office_id
   WHERE i.answer = 'offered' AND s.status = 'published' AND s.archived_at IS NULL
     AND least(i.offer_expires_at, coalesce(s.rsvp_closes_at, s.starts_at)) <= now()
$$;
GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION sessions_with_expired_offers() OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION sessions_with_expired_offers() TO ngopi_app;
