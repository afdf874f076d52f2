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
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  CONSTRAINT session_letters_once UNIQUE (office_id, session_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id)
);
COMMENT ON TABLE session_letters IS 'The formal letter (surat undangan) of a session: nomor, sifat, lampiran, hal, tembusan; its code opens the public page that proves it';
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
