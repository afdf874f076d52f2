-- Each job carries the name of its task as a flag: a worker passes over a kind of work that cannot be done for a while.
CREATE OR REPLACE FUNCTION queue_job(task text, data jsonb, job_key text DEFAULT NULL, run_at timestamptz DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  office CONSTANT text := split_part(current_setting('app.offices', true), ',', 1);
BEGIN
  IF coalesce(office, '') = '' OR coalesce(current_setting('app.actor', true), '') = '' THEN
    RAISE EXCEPTION 'a job without an office or an actor' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM graphile_worker.add_job(
    identifier => task,
    payload => json_build_object('officeId', office, 'actor', current_setting('app.actor', true), 'data', data),
    job_key => job_key,
    run_at => run_at,
    flags => ARRAY[task]
  );
END $$;

-- The queue knows no row-level security, so what an office sees and does there goes through these, with its own jobs alone.
CREATE FUNCTION office_jobs() RETURNS TABLE (
  id bigint, task text, data jsonb, attempts integer, max_attempts integer, run_at timestamptz, created_at timestamptz,
  error text, running boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT j.id, t.identifier, (j.payload -> 'data')::jsonb, j.attempts, j.max_attempts, j.run_at, j.created_at,
         j.last_error, j.locked_at IS NOT NULL
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
   WHERE j.payload ->> 'officeId' = split_part(current_setting('app.offices', true), ',', 1)
$$;

-- False: no such job of this office, or it is being done at this moment.
CREATE FUNCTION retry_job(job text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.reschedule_jobs(ARRAY[o.id], run_at => now(), attempts => 0)
     FROM office_jobs() o WHERE o.id::text = job AND NOT o.running;
  RETURN FOUND;
END $$;

CREATE FUNCTION discard_job(job text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.complete_jobs(ARRAY[o.id]) FROM office_jobs() o WHERE o.id::text = job AND NOT o.running;
  RETURN FOUND;
END $$;

GRANT EXECUTE ON FUNCTION office_jobs(), retry_job(text), discard_job(text) TO ngopi_app;
