-- Generated from the migrations by `npm run schema`.

CREATE TABLE session_letters (
  id          uuid                     NOT NULL DEFAULT uuidv7(),
  office_id   uuid                     NOT NULL,
  session_id  uuid                     NOT NULL,
  number      text                     NOT NULL,
  nature      text                     NOT NULL,
  attachment  text                     NOT NULL,
  subject     text                     NOT NULL,
  place       text                     NOT NULL,
  dated_on    date                     NOT NULL,
  body        text,
  copies_to   text[]                   NOT NULL DEFAULT '{}'::text[],
  code        text                     NOT NULL,
  occasion    jsonb                    NOT NULL,
  version     integer                  NOT NULL DEFAULT 1,
  created_at  timestamp with time zone NOT NULL DEFAULT now(),
  updated_at  timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT session_letters_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT session_letters_once UNIQUE (office_id, session_id),
  CONSTRAINT session_letters_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id)
);

COMMENT ON TABLE session_letters IS 'The formal letter (surat undangan) of a session: nomor, sifat, lampiran, hal, tembusan; its code opens the public page that proves it';
COMMENT ON COLUMN session_letters.occasion IS 'Time, zone and place as the letter stated them when it was last saved; the proof page tells what has changed since';

CREATE UNIQUE INDEX session_letters_code ON session_letters (code);

ALTER TABLE session_letters ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_letters FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON session_letters FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON session_letters FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON session_letters FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON session_letters FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON session_letters FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON session_letters FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON session_letters FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT INSERT, SELECT, UPDATE ON session_letters TO ngopi_app;
GRANT SELECT (office_id, session_id, code) ON session_letters TO ngopi_lookup;
