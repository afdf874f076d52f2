-- Generated from the migrations by `npm run schema`.

CREATE TABLE materials (
  id             uuid                     NOT NULL DEFAULT uuidv7(),
  office_id      uuid                     NOT NULL,
  session_id     uuid                     NOT NULL,
  title          text                     NOT NULL,
  url            text,
  file_name      text,
  media_type     text,
  bytes          integer,
  digest         bytea,
  embargo_until  timestamp with time zone,
  audience       text                     NOT NULL DEFAULT 'invited'::text,
  downloads      integer                  NOT NULL DEFAULT 0,
  version        integer                  NOT NULL DEFAULT 1,
  created_at     timestamp with time zone NOT NULL DEFAULT now(),
  updated_at     timestamp with time zone NOT NULL DEFAULT now(),
  archived_at    timestamp with time zone,
  CONSTRAINT materials_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT materials_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id),
  CONSTRAINT materials_audience_check CHECK (audience = ANY (ARRAY['invited'::text, 'attending'::text, 'present'::text])),
  CONSTRAINT materials_check CHECK ((url IS NULL) <> (digest IS NULL)),
  CONSTRAINT materials_check1 CHECK ((digest IS NULL) = (file_name IS NULL) AND (digest IS NULL) = (media_type IS NULL) AND (digest IS NULL) = (bytes IS NULL))
);

COMMENT ON TABLE materials IS 'A file or link handed to the guests of a session (materi); the bytes lie under the digest in the data folder';
COMMENT ON COLUMN materials.downloads IS 'How often it was fetched; who fetched it is not kept';

CREATE INDEX materials_session ON materials (office_id, session_id, id);

ALTER TABLE materials ENABLE ROW LEVEL SECURITY;
ALTER TABLE materials FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON materials FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON materials FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON materials FOR SELECT TO ngopi_app
  USING (((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]) OR ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])) AND ((embargo_until IS NULL) OR (embargo_until <= now())))));
CREATE POLICY updatable ON materials FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log_change AFTER UPDATE ON materials FOR EACH ROW WHEN (old.downloads = new.downloads) EXECUTE FUNCTION record_activity();
CREATE TRIGGER log_new AFTER INSERT OR DELETE ON materials FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON materials FOR EACH ROW WHEN (old.downloads = new.downloads) EXECUTE FUNCTION touch_row();

GRANT INSERT, SELECT, UPDATE ON materials TO ngopi_app;
