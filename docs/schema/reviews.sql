-- Generated from the migrations by `npm run schema`.

CREATE TABLE reviews (
  id             uuid                     NOT NULL DEFAULT uuidv7(),
  office_id      uuid                     NOT NULL,
  coverage_id    uuid                     NOT NULL,
  decision       text                     NOT NULL,
  headline_tone  text,
  body_tone      text,
  note           text,
  by_user_id     uuid                     NOT NULL,
  at             timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT reviews_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT reviews_by_user_id_office_id_fkey FOREIGN KEY (by_user_id, office_id) REFERENCES users(id, office_id),
  CONSTRAINT reviews_coverage_id_office_id_fkey FOREIGN KEY (coverage_id, office_id) REFERENCES coverage(id, office_id),
  CONSTRAINT reviews_body_tone_check CHECK (body_tone = ANY (ARRAY['positive'::text, 'neutral'::text, 'negative'::text, 'mixed'::text])),
  CONSTRAINT reviews_decision_check CHECK (decision = ANY (ARRAY['accepted'::text, 'dismissed'::text])),
  CONSTRAINT reviews_headline_tone_check CHECK (headline_tone = ANY (ARRAY['positive'::text, 'neutral'::text, 'negative'::text, 'mixed'::text]))
);

COMMENT ON TABLE reviews IS 'Append-only: a judgement of tone by a person; a disagreement stands beside the earlier one';

CREATE INDEX reviews_coverage ON reviews (office_id, coverage_id, id);

ALTER TABLE reviews ENABLE ROW LEVEL SECURITY;
ALTER TABLE reviews FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON reviews FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON reviews FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON reviews FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON reviews FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT ON reviews TO ngopi_app;
