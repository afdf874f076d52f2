-- Generated from the migrations by `npm run schema`.

CREATE TABLE papers (
  id          uuid                     NOT NULL DEFAULT uuidv7(),
  office_id   uuid                     NOT NULL,
  session_id  uuid                     NOT NULL,
  kind        text                     NOT NULL,
  state       text                     NOT NULL DEFAULT 'queued'::text,
  done        integer                  NOT NULL DEFAULT 0,
  total       integer                  NOT NULL,
  file_name   text,
  bytes       integer,
  error       jsonb,
  created_at  timestamp with time zone NOT NULL DEFAULT now(),
  expires_at  timestamp with time zone NOT NULL DEFAULT now() + '24:00:00'::interval,
  CONSTRAINT papers_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT papers_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT papers_check CHECK (done >= 0 AND done <= total),
  CONSTRAINT papers_check1 CHECK ((state = 'done'::text) = (file_name IS NOT NULL) AND (file_name IS NULL) = (bytes IS NULL)),
  CONSTRAINT papers_check2 CHECK ((state = 'failed'::text) = (error IS NOT NULL)),
  CONSTRAINT papers_kind_check CHECK (kind = ANY (ARRAY['letters'::text, 'attendance_sheet'::text, 'filled_attendance_sheet'::text, 'badges'::text])),
  CONSTRAINT papers_state_check CHECK (state = ANY (ARRAY['queued'::text, 'making'::text, 'done'::text, 'failed'::text]))
);

COMMENT ON TABLE papers IS 'A long paper in the making, or made; the file lies under the id in the data folder until it expires';
COMMENT ON COLUMN papers.error IS 'Why it could not be made, in both languages';

CREATE INDEX papers_expiry ON papers (expires_at);
CREATE UNIQUE INDEX papers_under_way ON papers (office_id, session_id, kind) WHERE (state = ANY (ARRAY['queued'::text, 'making'::text]));

ALTER TABLE papers ENABLE ROW LEVEL SECURITY;
ALTER TABLE papers FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON papers FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY expired ON papers FOR ALL TO ngopi_lookup
  USING ((expires_at < now()));
CREATE POLICY insertable ON papers FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON papers FOR SELECT TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY updatable ON papers FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT, UPDATE ON papers TO ngopi_app;
GRANT DELETE ON papers TO ngopi_lookup;
GRANT SELECT (expires_at) ON papers TO ngopi_lookup;
