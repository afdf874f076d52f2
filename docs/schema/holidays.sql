-- Generated from the migrations by `npm run schema`.

CREATE TABLE holidays (
  office_id   uuid                     NOT NULL,
  id          uuid                     NOT NULL DEFAULT uuidv7(),
  day         date                     NOT NULL,
  kind        text                     NOT NULL,
  name        text                     NOT NULL,
  version     integer                  NOT NULL DEFAULT 1,
  created_at  timestamp with time zone NOT NULL DEFAULT now(),
  updated_at  timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT holidays_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT holidays_once UNIQUE (office_id, day),
  CONSTRAINT holidays_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT holidays_kind_check CHECK (kind = ANY (ARRAY['national'::text, 'joint_leave'::text, 'working_day'::text]))
);

COMMENT ON TABLE holidays IS 'A holiday, joint leave (cuti bersama) or ordinary working day by the word of the office, instead of what the program knows of that day';

ALTER TABLE holidays ENABLE ROW LEVEL SECURITY;
ALTER TABLE holidays FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON holidays FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON holidays FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON holidays FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON holidays FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON holidays FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON holidays FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT DELETE, INSERT, SELECT, UPDATE ON holidays TO ngopi_app;
