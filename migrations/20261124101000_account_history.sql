-- What happens to an account besides its name and role. Being columns of an edited table they reach the
-- activity log by themselves, while the hash stays out of it.
ALTER TABLE users
  ADD COLUMN invited_at timestamptz,
  ADD COLUMN password_set_at timestamptz;

-- Logging in is no edit: an admin who has the form of a user open must not find it stale for that.
CREATE OR REPLACE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW
  WHEN (OLD.last_login_at IS NOT DISTINCT FROM NEW.last_login_at) EXECUTE FUNCTION touch_row();

-- Who stands behind a change, by name. A user may belong to the office above, out of sight here.
CREATE FUNCTION actor_name(kind text, actor uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  SELECT CASE kind
    WHEN 'user' THEN (SELECT a.name FROM find_access(actor) a)
    WHEN 'invitation' THEN (
      SELECT j.full_name FROM invitations i JOIN journalists j ON (j.id, j.office_id) = (i.journalist_id, i.office_id)
       WHERE i.id = actor
    )
  END
$$;
GRANT EXECUTE ON FUNCTION actor_name(text, uuid) TO ngopi_app;
