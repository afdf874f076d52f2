-- Generated from the migrations by `npm run schema`.

CREATE TABLE rate_counters (
  key           text                     NOT NULL,
  window_start  timestamp with time zone NOT NULL,
  count         integer                  NOT NULL,
  CONSTRAINT rate_counters_pkey PRIMARY KEY (key, window_start)
);

COMMENT ON TABLE rate_counters IS 'Attempts counted in fixed windows, shared by all processes';

GRANT DELETE, INSERT, SELECT, UPDATE ON rate_counters TO ngopi_lookup;
