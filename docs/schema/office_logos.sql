-- Generated from the migrations by `npm run schema`.

CREATE TABLE office_logos (
  id          uuid                     NOT NULL DEFAULT uuidv7(),
  office_id   uuid                     NOT NULL,
  media_type  text                     NOT NULL,
  content     bytea                    NOT NULL,
  created_at  timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT office_logos_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT office_logos_once UNIQUE (office_id),
  CONSTRAINT office_logos_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT office_logos_content_check CHECK (octet_length(content) <= 524288),
  CONSTRAINT office_logos_media_type_check CHECK (media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text]))
);

COMMENT ON TABLE office_logos IS 'The emblem in the letterhead of an office';

ALTER TABLE office_logos ENABLE ROW LEVEL SECURITY;
ALTER TABLE office_logos FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON office_logos FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON office_logos FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON office_logos FOR SELECT TO ngopi_app
  USING (((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])) OR (EXISTS ( SELECT
   FROM offices o
  WHERE ((o.id = office_logos.office_id) AND (o.parent_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]))))));
CREATE POLICY updatable ON office_logos FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log AFTER INSERT OR DELETE ON office_logos FOR EACH ROW EXECUTE FUNCTION record_logo();

GRANT DELETE, INSERT, SELECT ON office_logos TO ngopi_app;
