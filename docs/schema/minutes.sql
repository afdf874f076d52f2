-- Generated from the migrations by `npm run schema`.

CREATE TABLE minutes (
  id               uuid                     NOT NULL DEFAULT uuidv7(),
  office_id        uuid                     NOT NULL,
  session_id       uuid                     NOT NULL,
  body             jsonb                    NOT NULL,
  chair            text,
  minute_taker     text,
  closed_at        timestamp with time zone,
  signatory_name   text                     NOT NULL DEFAULT ''::text,
  signatory_title  text                     NOT NULL DEFAULT ''::text,
  signatory_rank   text                     NOT NULL DEFAULT ''::text,
  signatory_nip    text                     NOT NULL DEFAULT ''::text,
  signed_at        timestamp with time zone,
  signed_by        uuid,
  version          integer                  NOT NULL DEFAULT 1,
  created_at       timestamp with time zone NOT NULL DEFAULT now(),
  updated_at       timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT minutes_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT minutes_once UNIQUE (office_id, session_id),
  CONSTRAINT minutes_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id),
  CONSTRAINT minutes_signed_by_office_id_fkey FOREIGN KEY (signed_by, office_id) REFERENCES users(id, office_id),
  CONSTRAINT minutes_check CHECK ((signed_at IS NULL) = (signed_by IS NULL))
);

COMMENT ON TABLE minutes IS 'The record of a session (notula); closed when signed';

ALTER TABLE minutes ENABLE ROW LEVEL SECURITY;
ALTER TABLE minutes FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON minutes FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON minutes FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON minutes FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON minutes FOR SELECT TO ngopi_app
  USING (((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]) OR ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])) AND (signed_at IS NOT NULL) AND (NOT minutes_hold_off_record(office_id, session_id)))));
CREATE POLICY updatable ON minutes FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER keep_signed BEFORE DELETE OR UPDATE ON minutes FOR EACH ROW WHEN (old.signed_at IS NOT NULL) EXECUTE FUNCTION keep_signed_minutes();
CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON minutes FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON minutes FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT INSERT, SELECT, UPDATE ON minutes TO ngopi_app;
GRANT SELECT (id, office_id, session_id) ON minutes TO ngopi_lookup;
