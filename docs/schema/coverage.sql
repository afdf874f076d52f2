-- Generated from the migrations by `npm run schema`.

CREATE TABLE coverage (
  id                   uuid                     NOT NULL DEFAULT uuidv7(),
  office_id            uuid                     NOT NULL,
  outlet_id            uuid                     NOT NULL,
  journalist_id        uuid,
  session_id           uuid,
  question_id          uuid,
  kind                 text                     NOT NULL,
  url                  text,
  canonical_url        text,
  title                text                     NOT NULL,
  search               text                     NOT NULL GENERATED ALWAYS AS (searchable(title)) STORED,
  published_at         timestamp with time zone NOT NULL,
  author               text,
  excerpt              text,
  placement            text,
  state                text                     NOT NULL DEFAULT 'accepted'::text,
  origin               text                     NOT NULL DEFAULT 'manual'::text,
  reporting            text,
  depth                text,
  spokesperson_quoted  boolean,
  reviewed_at          timestamp with time zone,
  version              integer                  NOT NULL DEFAULT 1,
  created_at           timestamp with time zone NOT NULL DEFAULT now(),
  updated_at           timestamp with time zone NOT NULL DEFAULT now(),
  archived_at          timestamp with time zone,
  CONSTRAINT coverage_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT coverage_journalist_id_office_id_fkey FOREIGN KEY (journalist_id, office_id) REFERENCES journalists(id, office_id),
  CONSTRAINT coverage_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT coverage_outlet_id_office_id_fkey FOREIGN KEY (outlet_id, office_id) REFERENCES outlets(id, office_id),
  CONSTRAINT coverage_question_id_office_id_fkey FOREIGN KEY (question_id, office_id) REFERENCES questions(id, office_id),
  CONSTRAINT coverage_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id),
  CONSTRAINT coverage_check CHECK (kind <> 'online'::text OR canonical_url IS NOT NULL),
  CONSTRAINT coverage_depth_check CHECK (depth = ANY (ARRAY['mention'::text, 'part'::text, 'main'::text])),
  CONSTRAINT coverage_kind_check CHECK (kind = ANY (ARRAY['online'::text, 'print'::text, 'broadcast'::text])),
  CONSTRAINT coverage_origin_check CHECK (origin = ANY (ARRAY['manual'::text, 'feed'::text, 'journalist'::text])),
  CONSTRAINT coverage_reporting_check CHECK (reporting = ANY (ARRAY['own'::text, 'release'::text, 'syndicated'::text])),
  CONSTRAINT coverage_state_check CHECK (state = ANY (ARRAY['suggested'::text, 'accepted'::text, 'dismissed'::text]))
);

COMMENT ON TABLE coverage IS 'One placement of a story in one outlet (pemberitaan)';

CREATE INDEX coverage_journalist ON coverage (office_id, journalist_id);
CREATE UNIQUE INDEX coverage_once ON coverage (office_id, outlet_id, canonical_url) WHERE (archived_at IS NULL);
CREATE INDEX coverage_published ON coverage (office_id, published_at, id);
CREATE INDEX coverage_question ON coverage (office_id, question_id) WHERE (question_id IS NOT NULL);
CREATE INDEX coverage_search ON coverage USING gin (office_id, search gin_trgm_ops);
CREATE INDEX coverage_session ON coverage (office_id, session_id);
CREATE INDEX coverage_url ON coverage (office_id, canonical_url);

ALTER TABLE coverage ENABLE ROW LEVEL SECURITY;
ALTER TABLE coverage FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON coverage FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON coverage FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON coverage FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON coverage FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON coverage FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON coverage FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON coverage FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT INSERT, SELECT, UPDATE ON coverage TO ngopi_app;
GRANT SELECT (id, office_id, search, archived_at) ON coverage TO ngopi_lookup;
