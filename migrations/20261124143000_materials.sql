CREATE TABLE materials (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  title text NOT NULL,
  url text,
  file_name text,
  media_type text,
  bytes integer,
  digest bytea,
  embargo_until timestamptz,
  audience text NOT NULL DEFAULT 'invited' CHECK (audience IN ('invited', 'attending', 'present')),
  downloads integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id),
  CHECK ((url IS NULL) <> (digest IS NULL)),
  CHECK ((digest IS NULL) = (file_name IS NULL) AND (digest IS NULL) = (media_type IS NULL) AND (digest IS NULL) = (bytes IS NULL))
);
COMMENT ON TABLE materials IS 'A file or link handed to the guests of a session (materi); the bytes lie under the digest in the data folder';
COMMENT ON COLUMN materials.downloads IS 'How often it was fetched; who fetched it is not kept';
CREATE INDEX materials_session ON materials (office_id, session_id, id);
CALL guard_office_table('materials', edited => false);
CREATE TRIGGER touch BEFORE UPDATE ON materials FOR EACH ROW
  WHEN (OLD.downloads = NEW.downloads) EXECUTE FUNCTION touch_row();
CREATE TRIGGER log_new AFTER INSERT OR DELETE ON materials FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER log_change AFTER UPDATE ON materials FOR EACH ROW
  WHEN (OLD.downloads = NEW.downloads) EXECUTE FUNCTION record_activity();
GRANT SELECT, INSERT, UPDATE ON materials TO ngopi_app;
