CREATE TABLE session_letters (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  number text NOT NULL,
  nature text NOT NULL,
  attachment text NOT NULL,
  subject text NOT NULL,
  place text NOT NULL,
  dated_on date NOT NULL,
  body text,
  copies_to text[] NOT NULL DEFAULT '{}',
  code text NOT NULL,
  occasion jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  CONSTRAINT session_letters_once UNIQUE (office_id, session_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id)
);
COMMENT ON TABLE session_letters IS 'The formal letter (surat undangan) of a session: nomor, sifat, lampiran, hal, tembusan; its code opens the public page that proves it';
COMMENT ON COLUMN session_letters.occasion IS 'Time, zone and place as the letter stated them when it was last saved; the proof page tells what has changed since';
CREATE UNIQUE INDEX session_letters_code ON session_letters (code);
CALL guard_office_table('session_letters');
GRANT SELECT, INSERT, UPDATE ON session_letters TO ngopi_app;

CREATE POLICY lookup ON session_letters FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (office_id, session_id, code) ON session_letters TO ngopi_lookup;
CREATE FUNCTION find_letter(proof text) RETURNS TABLE (office_id uuid, session_id uuid)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT l.office_id, l.session_id FROM session_letters l WHERE l.code = proof
$$;
GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION find_letter(text) OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION find_letter(text) TO ngopi_app;

CREATE TABLE office_logos (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  content bytea NOT NULL CHECK (octet_length(content) <= 524288),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  CONSTRAINT office_logos_once UNIQUE (office_id)
);
COMMENT ON TABLE office_logos IS 'The emblem in the letterhead of an office';
CALL guard_office_table('office_logos', edited => false);
GRANT SELECT, INSERT, DELETE ON office_logos TO ngopi_app;

-- An admin sets children up, so the emblem of a child is seen where the child itself is.
DROP POLICY readable ON office_logos;
CREATE POLICY readable ON office_logos FOR SELECT TO ngopi_app USING (
  office_id = ANY (string_to_array(current_setting('app.offices', true), ',')::uuid[])
  OR EXISTS (
    SELECT FROM offices o
     WHERE o.id = office_id AND o.parent_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1]
  )
);

-- The log tells that the emblem changed, and keeps no copy of the picture.
CREATE FUNCTION record_logo() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor CONSTANT text := current_setting('app.actor', true);
  present office_logos;
  told jsonb;
BEGIN
  IF coalesce(actor, '') = '' THEN
    RAISE EXCEPTION 'a change of % without an actor', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  told := jsonb_build_object('media_type', present.media_type, 'bytes', octet_length(present.content));
  INSERT INTO activity (office_id, actor_kind, actor_id, action, subject, subject_id, before, after)
  VALUES (
    present.office_id, split_part(actor, ':', 1), nullif(split_part(actor, ':', 2), '')::uuid,
    lower(TG_OP), TG_TABLE_NAME, present.id,
    CASE TG_OP WHEN 'DELETE' THEN told END, CASE TG_OP WHEN 'INSERT' THEN told END
  );
  RETURN NULL;
END $$;
CREATE TRIGGER log AFTER INSERT OR DELETE ON office_logos FOR EACH ROW EXECUTE FUNCTION record_logo();
