-- Generated from the migrations by `npm run schema`.

CREATE TABLE journalists (
  id                      uuid                     NOT NULL DEFAULT uuidv7(),
  office_id               uuid                     NOT NULL,
  full_name               text                     NOT NULL,
  search                  text                     NOT NULL GENERATED ALWAYS AS (searchable(full_name)) STORED,
  title_prefix            text,
  title_suffix            text,
  phone                   text,
  phone_raw               text,
  email                   text,
  preferred_channel       text,
  competence_level        text                     NOT NULL DEFAULT 'none'::text,
  competence_card_number  text,
  competence_expires_on   date,
  associations            text[]                   NOT NULL DEFAULT '{}'::text[],
  beats                   text[]                   NOT NULL DEFAULT '{}'::text[],
  tags                    text[]                   NOT NULL DEFAULT '{}'::text[],
  notes                   text,
  provisional             boolean                  NOT NULL DEFAULT false,
  opted_out_at            timestamp with time zone,
  version                 integer                  NOT NULL DEFAULT 1,
  created_at              timestamp with time zone NOT NULL DEFAULT now(),
  updated_at              timestamp with time zone NOT NULL DEFAULT now(),
  archived_at             timestamp with time zone,
  language                text                     NOT NULL DEFAULT 'id'::text,
  phone_problem_at        timestamp with time zone,
  email_problem_at        timestamp with time zone,
  has_phone               boolean                  GENERATED ALWAYS AS (phone IS NOT NULL),
  has_email               boolean                  GENERATED ALWAYS AS (email IS NOT NULL),
  CONSTRAINT journalists_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT journalists_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT journalists_competence_level_check CHECK (competence_level = ANY (ARRAY['none'::text, 'muda'::text, 'madya'::text, 'utama'::text])),
  CONSTRAINT journalists_language_check CHECK (language = ANY (ARRAY['id'::text, 'en'::text])),
  CONSTRAINT journalists_preferred_channel_check CHECK (preferred_channel = ANY (ARRAY['whatsapp'::text, 'email'::text, 'phone'::text, 'letter'::text]))
);

COMMENT ON TABLE journalists IS 'A person who writes or films, as one office knows them; one name field, titles apart';
COMMENT ON COLUMN journalists.language IS 'In which messages to this person are written';

CREATE INDEX journalists_active ON journalists (office_id, search, id) WHERE (archived_at IS NULL);
CREATE INDEX journalists_archived ON journalists (office_id, search, id) WHERE (archived_at IS NOT NULL);
CREATE INDEX journalists_phone ON journalists (office_id, phone);
CREATE INDEX journalists_search ON journalists USING gin (office_id, search gin_trgm_ops) WITH (fastupdate=off);

ALTER TABLE journalists ENABLE ROW LEVEL SECURITY;
ALTER TABLE journalists FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON journalists FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON journalists FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON journalists FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY own ON journalists FOR SELECT TO ngopi_lookup
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON journalists FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON journalists FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER forget_contact_problems BEFORE UPDATE OF phone, email ON journalists FOR EACH ROW EXECUTE FUNCTION forget_contact_problems();
CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON journalists FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON journalists FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT INSERT, UPDATE ON journalists TO ngopi_app;
GRANT SELECT (id, office_id, full_name, search, title_prefix, title_suffix, preferred_channel, competence_level, competence_card_number, competence_expires_on, associations, beats, tags, provisional, opted_out_at, version, created_at, updated_at, archived_at, language, phone_problem_at, email_problem_at, has_phone, has_email) ON journalists TO ngopi_app;
GRANT SELECT (id, office_id, search, phone, phone_raw, email, competence_level, beats, tags, notes, provisional, archived_at) ON journalists TO ngopi_lookup;
