-- A long paper is made by a worker. It holds the names of guests, so it is the office's alone that asked for it, which may
-- be one above that of the session: no foreign key can say so, and whoever reads looks for the session in its own sight.
CREATE TABLE papers (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices (id),
  session_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('letters', 'attendance_sheet', 'filled_attendance_sheet', 'badges')),
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'making', 'done', 'failed')),
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL CHECK (done BETWEEN 0 AND total),
  file_name text,
  bytes integer,
  error jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '24 hours',
  PRIMARY KEY (id, office_id),
  CHECK ((state = 'done') = (file_name IS NOT NULL) AND (file_name IS NULL) = (bytes IS NULL)),
  CHECK ((state = 'failed') = (error IS NOT NULL))
);
COMMENT ON TABLE papers IS 'A long paper in the making, or made; the file lies under the id in the data folder until it expires';
COMMENT ON COLUMN papers.error IS 'Why it could not be made, in both languages';
-- Whoever asks for a paper that is being made joins it.
CREATE UNIQUE INDEX papers_under_way ON papers (office_id, session_id, kind) WHERE state IN ('queued', 'making');
CREATE INDEX papers_expiry ON papers (expires_at);
CALL guard_office_table('papers', edited => false);
DROP POLICY readable ON papers;
CREATE POLICY readable ON papers FOR SELECT TO ngopi_app
  USING (office_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1]);
GRANT SELECT, INSERT, UPDATE ON papers TO ngopi_app;

GRANT SELECT (expires_at), DELETE ON papers TO ngopi_lookup;
CREATE POLICY expired ON papers FOR ALL TO ngopi_lookup USING (expires_at < now());
GRANT CREATE ON SCHEMA public TO ngopi_lookup;
CREATE FUNCTION forget_expired_papers() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  DELETE FROM papers WHERE expires_at < now()
$$;
ALTER FUNCTION forget_expired_papers() OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION forget_expired_papers() TO ngopi_app;

-- Jobs of one line are done one after another in each office.
DROP FUNCTION queue_job(text, jsonb, text, timestamptz);
CREATE FUNCTION queue_job(
  task text, data jsonb, job_key text DEFAULT NULL, run_at timestamptz DEFAULT NULL, line text DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  office CONSTANT text := split_part(current_setting('app.offices', true), ',', 1);
BEGIN
  IF coalesce(office, '') = '' OR coalesce(current_setting('app.actor', true), '') = '' THEN
    RAISE EXCEPTION 'a job without an office or an actor' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM graphile_worker.add_job(
    identifier => task,
    payload => json_build_object('officeId', office, 'actor', current_setting('app.actor', true), 'data', data),
    queue_name => line || ':' || office,
    job_key => job_key,
    run_at => run_at,
    flags => ARRAY[task]
  );
END $$;
GRANT EXECUTE ON FUNCTION queue_job(text, jsonb, text, timestamptz, text) TO ngopi_app;
