-- Generated from the migrations by `npm run schema`.

CREATE TABLE migrations (
  id      integer                     NOT NULL DEFAULT nextval('migrations_id_seq'::regclass),
  name    character varying(255)      NOT NULL,
  run_on  timestamp without time zone NOT NULL,
  CONSTRAINT migrations_pkey PRIMARY KEY (id)
);
