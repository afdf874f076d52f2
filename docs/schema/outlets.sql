-- Generated from the migrations by `npm run schema`.

CREATE TABLE outlets (
  id                        uuid                     NOT NULL DEFAULT uuidv7(),
  office_id                 uuid                     NOT NULL,
  name                      text                     NOT NULL,
  search                    text                     NOT NULL GENERATED ALWAYS AS (searchable(name)) STORED,
  platform                  text                     NOT NULL,
  city                      text,
  website                   text,
  domain                    text,
  email                     text,
  phone                     text,
  phone_raw                 text,
  address                   text,
  press_council_status      text                     NOT NULL DEFAULT 'none'::text,
  press_council_checked_on  date,
  press_council_url         text,
  company_associations      text[]                   NOT NULL DEFAULT '{}'::text[],
  tags                      text[]                   NOT NULL DEFAULT '{}'::text[],
  notes                     text,
  version                   integer                  NOT NULL DEFAULT 1,
  created_at                timestamp with time zone NOT NULL DEFAULT now(),
  updated_at                timestamp with time zone NOT NULL DEFAULT now(),
  archived_at               timestamp with time zone,
  CONSTRAINT outlets_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT outlets_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT outlets_platform_check CHECK (platform = ANY (ARRAY['online'::text, 'print'::text, 'tv'::text, 'radio'::text, 'agency'::text])),
  CONSTRAINT outlets_press_council_status_check CHECK (press_council_status = ANY (ARRAY['none'::text, 'administrative'::text, 'factual'::text]))
);

COMMENT ON TABLE outlets IS 'A publication (media) as one office knows it';

CREATE INDEX outlets_active ON outlets (office_id, search, id) WHERE (archived_at IS NULL);
CREATE INDEX outlets_archived ON outlets (office_id, search, id) WHERE (archived_at IS NOT NULL);
CREATE INDEX outlets_domain ON outlets (office_id, domain);
CREATE INDEX outlets_search ON outlets USING gin (office_id, search gin_trgm_ops) WITH (fastupdate=off);

ALTER TABLE outlets ENABLE ROW LEVEL SECURITY;
ALTER TABLE outlets FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON outlets FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON outlets FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON outlets FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY own ON outlets FOR SELECT TO ngopi_lookup
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON outlets FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON outlets FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON outlets FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON outlets FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT INSERT, UPDATE ON outlets TO ngopi_app;
GRANT SELECT (id, office_id, name, search, platform, city, website, domain, press_council_status, press_council_checked_on, press_council_url, company_associations, tags, version, created_at, updated_at, archived_at) ON outlets TO ngopi_app;
GRANT SELECT (id, office_id, search, platform, city, email, phone, phone_raw, address, press_council_status, tags, notes, archived_at) ON outlets TO ngopi_lookup;
