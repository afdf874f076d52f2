-- Generated from the migrations by `npm run schema`.

CREATE TABLE affiliations (
  id             uuid                     NOT NULL DEFAULT uuidv7(),
  office_id      uuid                     NOT NULL,
  journalist_id  uuid                     NOT NULL,
  outlet_id      uuid                     NOT NULL,
  position       text,
  is_primary     boolean                  NOT NULL DEFAULT false,
  from_date      date,
  until_date     date,
  version        integer                  NOT NULL DEFAULT 1,
  created_at     timestamp with time zone NOT NULL DEFAULT now(),
  updated_at     timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT affiliations_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT affiliations_journalist_id_office_id_fkey FOREIGN KEY (journalist_id, office_id) REFERENCES journalists(id, office_id),
  CONSTRAINT affiliations_outlet_id_office_id_fkey FOREIGN KEY (outlet_id, office_id) REFERENCES outlets(id, office_id),
  CONSTRAINT affiliations_check CHECK (from_date <= until_date)
);

COMMENT ON TABLE affiliations IS 'A journalist at an outlet (penugasan), from and until; at most one is the primary one';

CREATE INDEX affiliations_journalist ON affiliations (office_id, journalist_id);
CREATE INDEX affiliations_outlet ON affiliations (office_id, outlet_id);
CREATE UNIQUE INDEX affiliations_primary ON affiliations (office_id, journalist_id) WHERE is_primary;

ALTER TABLE affiliations ENABLE ROW LEVEL SECURITY;
ALTER TABLE affiliations FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON affiliations FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON affiliations FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON affiliations FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON affiliations FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON affiliations FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON affiliations FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON affiliations FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT DELETE, INSERT, SELECT, UPDATE ON affiliations TO ngopi_app;
GRANT SELECT (office_id, journalist_id, outlet_id, from_date, until_date) ON affiliations TO ngopi_lookup;
