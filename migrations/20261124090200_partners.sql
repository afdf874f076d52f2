CREATE TABLE outlets (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  name text NOT NULL,
  search text NOT NULL GENERATED ALWAYS AS (searchable(name)) STORED,
  platform text NOT NULL CHECK (platform IN ('online', 'print', 'tv', 'radio', 'agency')),
  city text,
  website text,
  domain text,
  email text,
  phone text,
  phone_raw text,
  address text,
  press_council_status text NOT NULL DEFAULT 'none' CHECK (press_council_status IN ('none', 'administrative', 'factual')),
  press_council_checked_on date,
  press_council_url text,
  company_associations text[] NOT NULL DEFAULT '{}',
  tags text[] NOT NULL DEFAULT '{}',
  notes text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (id, office_id)
);
COMMENT ON TABLE outlets IS 'A publication (media) as one office knows it';
CREATE INDEX outlets_name ON outlets (office_id, search, id);
CREATE INDEX outlets_search ON outlets USING gin (office_id, search gin_trgm_ops);
CREATE INDEX outlets_domain ON outlets (office_id, domain);
CALL guard_office_table('outlets');
GRANT SELECT, INSERT, UPDATE ON outlets TO ngopi_app;

CREATE TABLE journalists (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  full_name text NOT NULL,
  search text NOT NULL GENERATED ALWAYS AS (searchable(full_name)) STORED,
  title_prefix text,
  title_suffix text,
  phone text,
  phone_raw text,
  email text,
  preferred_channel text CHECK (preferred_channel IN ('whatsapp', 'email', 'phone', 'letter')),
  competence_level text NOT NULL DEFAULT 'none' CHECK (competence_level IN ('none', 'muda', 'madya', 'utama')),
  competence_card_number text,
  competence_expires_on date,
  associations text[] NOT NULL DEFAULT '{}',
  beats text[] NOT NULL DEFAULT '{}',
  tags text[] NOT NULL DEFAULT '{}',
  notes text,
  provisional boolean NOT NULL DEFAULT false,
  opted_out_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (id, office_id)
);
COMMENT ON TABLE journalists IS 'A person who writes or films, as one office knows them; one name field, titles apart';
CREATE INDEX journalists_name ON journalists (office_id, search, id);
CREATE INDEX journalists_search ON journalists USING gin (office_id, search gin_trgm_ops);
CREATE INDEX journalists_phone ON journalists (office_id, phone);
CALL guard_office_table('journalists');
GRANT SELECT, INSERT, UPDATE ON journalists TO ngopi_app;

CREATE TABLE affiliations (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  journalist_id uuid NOT NULL,
  outlet_id uuid NOT NULL,
  position text,
  is_primary boolean NOT NULL DEFAULT false,
  from_date date,
  until_date date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (journalist_id, office_id) REFERENCES journalists (id, office_id),
  FOREIGN KEY (outlet_id, office_id) REFERENCES outlets (id, office_id),
  CHECK (from_date <= until_date)
);
COMMENT ON TABLE affiliations IS 'A journalist at an outlet (penugasan), from and until; at most one is the primary one';
CREATE UNIQUE INDEX affiliations_primary ON affiliations (office_id, journalist_id) WHERE is_primary;
CREATE INDEX affiliations_journalist ON affiliations (office_id, journalist_id);
CREATE INDEX affiliations_outlet ON affiliations (office_id, outlet_id);
CALL guard_office_table('affiliations');
GRANT SELECT, INSERT, UPDATE, DELETE ON affiliations TO ngopi_app;
