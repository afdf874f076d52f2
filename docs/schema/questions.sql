-- Generated from the migrations by `npm run schema`.

CREATE TABLE questions (
  id             uuid                     NOT NULL DEFAULT uuidv7(),
  office_id      uuid                     NOT NULL,
  session_id     uuid                     NOT NULL,
  invitation_id  uuid,
  journalist_id  uuid,
  outlet_id      uuid,
  text           text                     NOT NULL,
  topic          text,
  origin         text                     NOT NULL,
  off_record     boolean                  NOT NULL DEFAULT false,
  answer_text    text,
  answered_by    text,
  version        integer                  NOT NULL DEFAULT 1,
  created_at     timestamp with time zone NOT NULL DEFAULT now(),
  updated_at     timestamp with time zone NOT NULL DEFAULT now(),
  archived_at    timestamp with time zone,
  state          text                     NOT NULL DEFAULT 'waiting'::text,
  place          double precision,
  asked_at       timestamp with time zone,
  answered_at    timestamp with time zone,
  asker_name     text,
  off_record_at  timestamp with time zone,
  CONSTRAINT questions_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT questions_invitation_id_office_id_fkey FOREIGN KEY (invitation_id, office_id) REFERENCES invitations(id, office_id),
  CONSTRAINT questions_journalist_id_office_id_fkey FOREIGN KEY (journalist_id, office_id) REFERENCES journalists(id, office_id),
  CONSTRAINT questions_outlet_id_office_id_fkey FOREIGN KEY (outlet_id, office_id) REFERENCES outlets(id, office_id),
  CONSTRAINT questions_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id),
  CONSTRAINT questions_check CHECK (off_record = (off_record_at IS NOT NULL)),
  CONSTRAINT questions_origin_check CHECK (origin = ANY (ARRAY['advance'::text, 'floor'::text])),
  CONSTRAINT questions_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'live'::text, 'answered'::text, 'set_aside'::text]))
);

COMMENT ON TABLE questions IS 'Asked before on the personal page or in the room; what is off the record stays in the office';
COMMENT ON COLUMN questions.place IS 'Order set by hand; null: by the time asked, after those placed';
COMMENT ON COLUMN questions.asker_name IS 'As called out in the room, where the asker is not known by record';
COMMENT ON COLUMN questions.off_record_at IS 'Since when it is off the record: what was saved before may still hold it';

CREATE INDEX questions_invitation ON questions (office_id, invitation_id);
CREATE INDEX questions_journalist ON questions (office_id, journalist_id);
CREATE UNIQUE INDEX questions_live ON questions (office_id, session_id) WHERE (state = 'live'::text);
CREATE INDEX questions_outlet ON questions (office_id, outlet_id);
CREATE INDEX questions_session ON questions (office_id, session_id, id);

ALTER TABLE questions ENABLE ROW LEVEL SECURITY;
ALTER TABLE questions FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON questions FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON questions FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON questions FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON questions FOR SELECT TO ngopi_app
  USING (((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])) AND ((NOT off_record) OR (office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]))));
CREATE POLICY updatable ON questions FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER announce_change AFTER UPDATE ON questions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_questions();
CREATE TRIGGER announce_new AFTER INSERT ON questions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_questions();
CREATE TRIGGER announce_withdrawn AFTER UPDATE ON questions FOR EACH ROW WHEN (new.off_record AND NOT old.off_record) EXECUTE FUNCTION announce_withdrawn_question();
CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON questions FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER note_off_record BEFORE INSERT OR UPDATE OF off_record ON questions FOR EACH ROW EXECUTE FUNCTION note_off_record();
CREATE TRIGGER touch BEFORE UPDATE ON questions FOR EACH ROW WHEN (NOT old.place IS DISTINCT FROM new.place OR old.state <> new.state) EXECUTE FUNCTION touch_row();

GRANT INSERT, SELECT, UPDATE ON questions TO ngopi_app;
GRANT SELECT (office_id, session_id, invitation_id, journalist_id, off_record, created_at, archived_at, off_record_at) ON questions TO ngopi_lookup;
