CREATE TABLE commitments (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  session_id uuid,
  question_id uuid,
  journalist_id uuid,
  text text NOT NULL,
  off_record boolean NOT NULL DEFAULT false,
  owner_id uuid NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'dropped')),
  outcome text,
  settled_at timestamptz,
  told_at timestamptz,
  told_channel text CHECK (told_channel IN ('whatsapp', 'email', 'phone', 'letter')),
  reminded_on date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id),
  FOREIGN KEY (question_id, office_id) REFERENCES questions (id, office_id),
  FOREIGN KEY (journalist_id, office_id) REFERENCES journalists (id, office_id),
  FOREIGN KEY (owner_id, office_id) REFERENCES users (id, office_id),
  CHECK ((state = 'open') = (settled_at IS NULL)),
  CHECK ((told_at IS NULL) = (told_channel IS NULL))
);
COMMENT ON TABLE commitments IS 'A promise (janji tindak lanjut): to whom, by whom, until when, and what became of it';
CREATE INDEX commitments_due ON commitments (office_id, state, due_on, id);
CREATE INDEX commitments_session ON commitments (office_id, session_id, id);
CREATE INDEX commitments_question ON commitments (office_id, question_id);
CREATE INDEX commitments_owner ON commitments (office_id, owner_id, state);
CALL guard_office_table('commitments');
DROP POLICY readable ON commitments;
CREATE POLICY readable ON commitments FOR SELECT TO ngopi_app USING (
  office_id = ANY (string_to_array(current_setting('app.offices', true), ',')::uuid[])
  AND (NOT off_record OR office_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1])
);
GRANT SELECT, INSERT, UPDATE ON commitments TO ngopi_app;

-- To be reminded is no change of the promise.
DROP TRIGGER touch ON commitments;
CREATE TRIGGER touch BEFORE UPDATE ON commitments FOR EACH ROW
  WHEN (OLD.reminded_on IS NOT DISTINCT FROM NEW.reminded_on) EXECUTE FUNCTION touch_row();

-- The clock knows no office: it asks where an owner was not yet reminded on a day that has come to 07.00 there.
CREATE POLICY lookup ON commitments FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (office_id, state, due_on, reminded_on, archived_at) ON commitments TO ngopi_lookup;
GRANT SELECT (id, time_zone) ON offices TO ngopi_lookup;
CREATE FUNCTION offices_with_promises_due(at timestamptz) RETURNS TABLE (office_id uuid, today date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT o.id, local.now::date
    FROM offices o CROSS JOIN LATERAL (SELECT offices_with_promises_due.at AT TIME ZONE o.time_zone AS now) local
   WHERE local.now::time >= '07:00'
     AND EXISTS (
       SELECT FROM commitments c
        WHERE c.office_id = o.id AND c.state = 'open' AND c.due_on <= local.now::date AND c.archived_at IS NULL
          AND c.reminded_on IS DISTINCT FROM local.now::date)
$$;
GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION offices_with_promises_due(timestamptz) OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION offices_with_promises_due(timestamptz) TO ngopi_app;
