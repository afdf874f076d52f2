-- Generated from the migrations by `npm run schema`.

CREATE TABLE segments (
  id           uuid                     NOT NULL DEFAULT uuidv7(),
  office_id    uuid                     NOT NULL,
  name         text                     NOT NULL,
  filter       jsonb                    NOT NULL,
  version      integer                  NOT NULL DEFAULT 1,
  created_at   timestamp with time zone NOT NULL DEFAULT now(),
  updated_at   timestamp with time zone NOT NULL DEFAULT now(),
  archived_at  timestamp with time zone,
  CONSTRAINT segments_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT segments_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id)
);

COMMENT ON TABLE segments IS 'A saved filter over journalists, their outlets and their history; evaluated when used';

CREATE UNIQUE INDEX segments_name ON segments (office_id, lower(name)) WHERE (archived_at IS NULL);

ALTER TABLE segments ENABLE ROW LEVEL SECURITY;
ALTER TABLE segments FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON segments FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON segments FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON segments FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON segments FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON segments FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON segments FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT INSERT, SELECT, UPDATE ON segments TO ngopi_app;
