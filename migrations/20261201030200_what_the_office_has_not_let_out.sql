-- A material under embargo is the own office's; a guest's link asks for the end of the embargo besides.
DROP POLICY readable ON materials;
CREATE POLICY readable ON materials FOR SELECT TO ngopi_app USING (
  office_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1]
  OR (office_id = ANY (string_to_array(current_setting('app.offices', true), ',')::uuid[])
      AND (embargo_until IS NULL OR embargo_until <= now()))
);

-- Since when it is off the record, to tell what was written down before.
ALTER TABLE questions ADD COLUMN off_record_at timestamptz;
ALTER TABLE commitments ADD COLUMN off_record_at timestamptz;
ALTER TABLE questions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE commitments NO FORCE ROW LEVEL SECURITY;
-- It is no edit: whoever has a form open keeps the version seen.
ALTER TABLE questions DISABLE TRIGGER USER;
ALTER TABLE commitments DISABLE TRIGGER USER;
UPDATE questions SET off_record_at = updated_at WHERE off_record;
UPDATE commitments SET off_record_at = updated_at WHERE off_record;
ALTER TABLE questions ENABLE TRIGGER USER;
ALTER TABLE commitments ENABLE TRIGGER USER;
ALTER TABLE questions FORCE ROW LEVEL SECURITY;
ALTER TABLE commitments FORCE ROW LEVEL SECURITY;
ALTER TABLE questions ADD CHECK (off_record = (off_record_at IS NOT NULL));
ALTER TABLE commitments ADD CHECK (off_record = (off_record_at IS NOT NULL));
COMMENT ON COLUMN questions.off_record_at IS 'Since when it is off the record: what was saved before may still hold it';
COMMENT ON COLUMN commitments.off_record_at IS 'As questions.off_record_at';

CREATE FUNCTION note_off_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.off_record THEN
    NEW.off_record_at := NULL;
  ELSIF TG_OP = 'INSERT' OR NOT OLD.off_record THEN
    NEW.off_record_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER note_off_record BEFORE INSERT OR UPDATE OF off_record ON questions
  FOR EACH ROW EXECUTE FUNCTION note_off_record();
CREATE TRIGGER note_off_record BEFORE INSERT OR UPDATE OF off_record ON commitments
  FOR EACH ROW EXECUTE FUNCTION note_off_record();

-- Whether the minutes as last saved may hold what went off the record since. Words can be rewritten by hand, so the
-- times decide and not the text.
CREATE POLICY lookup ON minutes FOR SELECT TO ngopi_lookup USING (true);
CREATE POLICY lookup ON minutes_versions FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (id, office_id, session_id) ON minutes TO ngopi_lookup;
GRANT SELECT (office_id, minutes_id, at) ON minutes_versions TO ngopi_lookup;
GRANT SELECT (off_record, off_record_at, created_at) ON questions TO ngopi_lookup;
GRANT SELECT (session_id, off_record, off_record_at, created_at) ON commitments TO ngopi_lookup;
CREATE FUNCTION minutes_hold_off_record(office uuid, session uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT EXISTS (
    SELECT FROM (
      SELECT max(v.at) AS at FROM minutes m
        JOIN minutes_versions v ON v.office_id = m.office_id AND v.minutes_id = m.id
       WHERE m.office_id = office AND m.session_id = session) saved
     WHERE EXISTS (SELECT FROM questions q
                    WHERE q.office_id = office AND q.session_id = session
                      AND q.off_record AND q.created_at <= saved.at AND q.off_record_at >= saved.at)
        OR EXISTS (SELECT FROM commitments c
                    WHERE c.office_id = office AND c.session_id = session
                      AND c.off_record AND c.created_at <= saved.at AND c.off_record_at >= saved.at))
$$;
GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION minutes_hold_off_record(uuid, uuid) OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION minutes_hold_off_record(uuid, uuid) TO ngopi_app;

-- Before they are signed, minutes are the own office's alone; what they said before their last save always is.
DROP POLICY readable ON minutes;
CREATE POLICY readable ON minutes FOR SELECT TO ngopi_app USING (
  office_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1]
  OR (office_id = ANY (string_to_array(current_setting('app.offices', true), ',')::uuid[])
      AND signed_at IS NOT NULL AND NOT minutes_hold_off_record(office_id, session_id))
);
DROP POLICY readable ON minutes_versions;
CREATE POLICY readable ON minutes_versions FOR SELECT TO ngopi_app USING (
  office_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1]
);
