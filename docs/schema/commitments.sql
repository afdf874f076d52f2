-- Generated from the migrations by `npm run schema`.

CREATE TABLE commitments (
  id             uuid                     NOT NULL DEFAULT uuidv7(),
  office_id      uuid                     NOT NULL,
  session_id     uuid,
  question_id    uuid,
  journalist_id  uuid,
  text           text                     NOT NULL,
  off_record     boolean                  NOT NULL DEFAULT false,
  owner_id       uuid                     NOT NULL,
  due_on         date                     NOT NULL,
  state          text                     NOT NULL DEFAULT 'open'::text,
  outcome        text,
  settled_at     timestamp with time zone,
  told_at        timestamp with time zone,
  told_channel   text,
  reminded_on    date,
  version        integer                  NOT NULL DEFAULT 1,
  created_at     timestamp with time zone NOT NULL DEFAULT now(),
  updated_at     timestamp with time zone NOT NULL DEFAULT now(),
  archived_at    timestamp with time zone,
  off_record_at  timestamp with time zone,
  CONSTRAINT commitments_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT commitments_journalist_id_office_id_fkey FOREIGN KEY (journalist_id, office_id) REFERENCES journalists(id, office_id),
  CONSTRAINT commitments_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT commitments_owner_id_office_id_fkey FOREIGN KEY (owner_id, office_id) REFERENCES users(id, office_id),
  CONSTRAINT commitments_question_id_office_id_fkey FOREIGN KEY (question_id, office_id) REFERENCES questions(id, office_id),
  CONSTRAINT commitments_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id),
  CONSTRAINT commitments_check CHECK ((state = 'open'::text) = (settled_at IS NULL)),
  CONSTRAINT commitments_check1 CHECK ((told_at IS NULL) = (told_channel IS NULL)),
  CONSTRAINT commitments_check2 CHECK (off_record = (off_record_at IS NOT NULL)),
  CONSTRAINT commitments_state_check CHECK (state = ANY (ARRAY['open'::text, 'kept'::text, 'dropped'::text])),
  CONSTRAINT commitments_told_channel_check CHECK (told_channel = ANY (ARRAY['whatsapp'::text, 'email'::text, 'phone'::text, 'letter'::text]))
);

COMMENT ON TABLE commitments IS 'A promise (janji tindak lanjut): to whom, by whom, until when, and what became of it';
COMMENT ON COLUMN commitments.off_record_at IS 'As questions.off_record_at';

CREATE INDEX commitments_due ON commitments (office_id, state, due_on, id);
CREATE INDEX commitments_owner ON commitments (office_id, owner_id, state);
CREATE INDEX commitments_question ON commitments (office_id, question_id);
CREATE INDEX commitments_session ON commitments (office_id, session_id, id);

ALTER TABLE commitments ENABLE ROW LEVEL SECURITY;
ALTER TABLE commitments FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON commitments FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON commitments FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON commitments FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON commitments FOR SELECT TO ngopi_app
  USING (((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])) AND ((NOT off_record) OR (office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]))));
CREATE POLICY updatable ON commitments FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON commitments FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER note_off_record BEFORE INSERT OR UPDATE OF off_record ON commitments FOR EACH ROW EXECUTE FUNCTION note_off_record();
CREATE TRIGGER touch BEFORE UPDATE ON commitments FOR EACH ROW WHEN (NOT old.reminded_on IS DISTINCT FROM new.reminded_on) EXECUTE FUNCTION touch_row();

GRANT INSERT, SELECT, UPDATE ON commitments TO ngopi_app;
GRANT SELECT (office_id, session_id, off_record, due_on, state, reminded_on, created_at, archived_at, off_record_at) ON commitments TO ngopi_lookup;
