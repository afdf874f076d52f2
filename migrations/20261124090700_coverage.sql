CREATE TABLE coverage (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  outlet_id uuid NOT NULL,
  journalist_id uuid,
  session_id uuid,
  question_id uuid,
  kind text NOT NULL CHECK (kind IN ('online', 'print', 'broadcast')),
  url text,
  canonical_url text,
  title text NOT NULL,
  search text NOT NULL GENERATED ALWAYS AS (searchable(title)) STORED,
  published_at timestamptz NOT NULL,
  author text,
  excerpt text,
  placement text,
  state text NOT NULL DEFAULT 'accepted' CHECK (state IN ('suggested', 'accepted', 'dismissed')),
  origin text NOT NULL DEFAULT 'manual' CHECK (origin IN ('manual', 'feed', 'journalist')),
  reporting text CHECK (reporting IN ('own', 'release', 'syndicated')),
  depth text CHECK (depth IN ('mention', 'part', 'main')),
  spokesperson_quoted boolean,
  reviewed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (outlet_id, office_id) REFERENCES outlets (id, office_id),
  FOREIGN KEY (journalist_id, office_id) REFERENCES journalists (id, office_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id),
  FOREIGN KEY (question_id, office_id) REFERENCES questions (id, office_id),
  CHECK (kind <> 'online' OR canonical_url IS NOT NULL)
);
COMMENT ON TABLE coverage IS 'One placement of a story in one outlet (pemberitaan)';
CREATE UNIQUE INDEX coverage_once ON coverage (office_id, outlet_id, canonical_url) WHERE archived_at IS NULL;
CREATE INDEX coverage_published ON coverage (office_id, published_at, id);
CREATE INDEX coverage_session ON coverage (office_id, session_id);
CREATE INDEX coverage_journalist ON coverage (office_id, journalist_id);
CREATE INDEX coverage_search ON coverage USING gin (office_id, search gin_trgm_ops);
CREATE INDEX coverage_url ON coverage (office_id, canonical_url);
CALL guard_office_table('coverage');
GRANT SELECT, INSERT, UPDATE ON coverage TO ngopi_app;

CREATE TABLE reviews (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  coverage_id uuid NOT NULL,
  decision text NOT NULL CHECK (decision IN ('accepted', 'dismissed')),
  headline_tone text CHECK (headline_tone IN ('positive', 'neutral', 'negative', 'mixed')),
  body_tone text CHECK (body_tone IN ('positive', 'neutral', 'negative', 'mixed')),
  note text,
  by_user_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (coverage_id, office_id) REFERENCES coverage (id, office_id),
  FOREIGN KEY (by_user_id, office_id) REFERENCES users (id, office_id)
);
COMMENT ON TABLE reviews IS 'Append-only: a judgement of tone by a person; a disagreement stands beside the earlier one';
CREATE INDEX reviews_coverage ON reviews (office_id, coverage_id, id);
CALL guard_office_table('reviews', edited => false);
GRANT SELECT, INSERT ON reviews TO ngopi_app;
