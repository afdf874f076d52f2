-- Extensions, roles, and the rules every table lives under.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- ngopi_app serves requests and owns nothing. ngopi_lookup owns the few functions that must find
-- an office before one is known (login, refresh, personal link) and the search.
-- Roles belong to the cluster, so another database of it may have made them already.
DO $$
BEGIN
  CREATE ROLE ngopi_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$
BEGIN
  CREATE ROLE ngopi_lookup NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$
BEGIN
  EXECUTE format('GRANT ngopi_app, ngopi_lookup TO %I', current_user);
EXCEPTION WHEN unique_violation OR SQLSTATE 'XX000' THEN NULL; -- granted by a neighbour at this moment
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO ngopi_app, ngopi_lookup;
-- Not IN SCHEMA: what is set for a schema can only add to what the role grants everywhere.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- What names are searched by: lower case, without accents. unaccent() itself is only STABLE,
-- since its dictionary could change; ours does not.
CREATE FUNCTION searchable(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = public, pg_catalog
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;
GRANT EXECUTE ON FUNCTION searchable(text) TO ngopi_app, ngopi_lookup;

CREATE FUNCTION touch_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  NEW.updated_at := now();
  RETURN NEW;
END $$;

CREATE TABLE activity (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'invitation', 'job', 'system')),
  actor_id uuid,
  action text NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  before jsonb,
  after jsonb,
  PRIMARY KEY (office_id, id)
);
COMMENT ON TABLE activity IS 'Append-only: who changed what, with the changed columns before and after, in the same transaction';
CREATE INDEX activity_subject ON activity (office_id, subject_id, id);

-- The actor of a transaction is `user:<uuid>`, `invitation:<uuid>`, `job:` or `system:`.
-- A write without one is refused, so nothing changes without a name beside it.
CREATE FUNCTION record_activity() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unlogged CONSTANT text[] := '{password_hash,search,version,updated_at,created_at,seats_taken,last_login_at}';
  actor CONSTANT text := current_setting('app.actor', true);
  old_row jsonb;
  new_row jsonb;
  present jsonb;
  old_part jsonb;
  new_part jsonb;
BEGIN
  IF coalesce(actor, '') = '' THEN
    RAISE EXCEPTION 'a change of % without an actor', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'INSERT' THEN
    new_row := to_jsonb(NEW);
    new_part := jsonb_strip_nulls(new_row - unlogged);
  ELSIF TG_OP = 'DELETE' THEN
    old_row := to_jsonb(OLD);
    old_part := jsonb_strip_nulls(old_row - unlogged);
  ELSE
    old_row := to_jsonb(OLD);
    new_row := to_jsonb(NEW);
    SELECT jsonb_object_agg(n.key, old_row -> n.key), jsonb_object_agg(n.key, n.value)
      INTO old_part, new_part
      FROM jsonb_each(new_row) n
     WHERE n.value IS DISTINCT FROM old_row -> n.key AND n.key <> ALL (unlogged);
    IF new_part IS NULL THEN
      RETURN NULL;
    END IF;
  END IF;
  present := coalesce(new_row, old_row);
  INSERT INTO activity (office_id, actor_kind, actor_id, action, subject, subject_id, before, after)
  VALUES (
    coalesce(present ->> 'office_id', present ->> 'id')::uuid,
    split_part(actor, ':', 1),
    nullif(split_part(actor, ':', 2), '')::uuid,
    lower(TG_OP), TG_TABLE_NAME, (present ->> 'id')::uuid, old_part, new_part
  );
  RETURN NULL;
END $$;

-- The offices a connection may see stand in `app.offices`, the own one first. Rows of any of them can
-- be read; only rows of the first can be written. Without the setting nothing is seen.
-- An empty string becomes an empty array, so a reset setting fails closed and not with an error.
CREATE PROCEDURE guard_office_table(guarded regclass, edited boolean DEFAULT true)
LANGUAGE plpgsql AS $$
DECLARE
  offices CONSTANT text := 'string_to_array(current_setting(''app.offices'', true), '','')::uuid[]';
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY readable ON %s FOR SELECT TO ngopi_app USING (office_id = ANY (%s))', guarded, offices);
  EXECUTE format('CREATE POLICY insertable ON %s FOR INSERT TO ngopi_app WITH CHECK (office_id = (%s)[1])', guarded, offices);
  EXECUTE format('CREATE POLICY updatable ON %s FOR UPDATE TO ngopi_app USING (office_id = (%s)[1])', guarded, offices);
  EXECUTE format('CREATE POLICY deletable ON %s FOR DELETE TO ngopi_app USING (office_id = (%s)[1])', guarded, offices);
  IF edited THEN
    EXECUTE format('CREATE TRIGGER touch BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION touch_row()', guarded);
    EXECUTE format('CREATE TRIGGER log AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION record_activity()', guarded);
  END IF;
END $$;

CALL guard_office_table('activity', edited => false);
DROP POLICY readable ON activity;
-- The log holds contact data and off-record words: the own office alone reads it.
CREATE POLICY readable ON activity FOR SELECT TO ngopi_app
  USING (office_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1]);
GRANT SELECT, INSERT ON activity TO ngopi_app;
