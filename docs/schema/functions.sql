-- Generated from the migrations by `npm run schema`.

CREATE OR REPLACE FUNCTION public.actor_name(kind text, actor uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT CASE kind
    WHEN 'user' THEN (SELECT a.name FROM find_access(actor) a)
    WHEN 'invitation' THEN (
      SELECT j.full_name FROM invitations i JOIN journalists j ON (j.id, j.office_id) = (i.journalist_id, i.office_id)
       WHERE i.id = actor
    )
  END
$function$
;
REVOKE EXECUTE ON FUNCTION actor_name(text,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION actor_name(text,uuid) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.announce_access_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_notify('ngopi_access', CASE TG_TABLE_NAME WHEN 'users' THEN NEW.id::text ELSE '' END);
  RETURN NULL;
END $function$
;
REVOKE EXECUTE ON FUNCTION announce_access_change() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.announce_attendances()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM announce_session_events(t.office_id, t.session_id, 'attendance', t.ids)
    FROM (SELECT office_id, session_id, array_agg(journalist_id) AS ids FROM changed
           GROUP BY office_id, session_id ORDER BY session_id) t;
  RETURN NULL;
END $function$
;
REVOKE EXECUTE ON FUNCTION announce_attendances() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.announce_guests()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM announce_session_events(t.office_id, t.session_id, 'session', ARRAY[t.session_id])
    FROM (SELECT c.office_id, c.session_id FROM changed c
            JOIN sessions s ON s.id = c.session_id AND s.office_id = c.office_id
           WHERE s.starts_at BETWEEN now() - interval '1 day' AND now() + interval '1 day'
           GROUP BY c.office_id, c.session_id ORDER BY c.session_id) t;
  RETURN NULL;
END $function$
;
REVOKE EXECUTE ON FUNCTION announce_guests() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.announce_login_end()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_notify('ngopi_access', NEW.user_id::text);
  RETURN NULL;
END $function$
;
REVOKE EXECUTE ON FUNCTION announce_login_end() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.announce_questions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM announce_session_events(t.office_id, t.session_id, 'question', t.ids)
    FROM (SELECT office_id, session_id, array_agg(id) AS ids FROM changed
           GROUP BY office_id, session_id ORDER BY session_id) t;
  RETURN NULL;
END $function$
;
REVOKE EXECUTE ON FUNCTION announce_questions() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.announce_session_events(office uuid, session uuid, subject text, ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  last bigint;
BEGIN
  INSERT INTO session_feeds (office_id, session_id, last_event) VALUES (office, session, cardinality(ids))
  ON CONFLICT (session_id, office_id) DO UPDATE SET last_event = session_feeds.last_event + cardinality(ids)
  RETURNING last_event INTO last;
  INSERT INTO session_events (office_id, session_id, event, subject, subject_id)
  SELECT office, session, last - cardinality(ids) + n, announce_session_events.subject, id
    FROM unnest(ids) WITH ORDINALITY t(id, n);
  PERFORM pg_notify('ngopi_sessions', office || ' ' || session || ' ' || last);
END $function$
;
REVOKE EXECUTE ON FUNCTION announce_session_events(uuid,uuid,text,uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION announce_session_events(uuid,uuid,text,uuid[]) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.announce_withdrawn_question()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM announce_session_events(NEW.office_id, NEW.session_id, 'session', ARRAY[NEW.session_id]);
  RETURN NULL;
END $function$
;
REVOKE EXECUTE ON FUNCTION announce_withdrawn_question() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.any_office_exists()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$ SELECT EXISTS (SELECT FROM offices) $function$
;
ALTER FUNCTION any_office_exists() OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION any_office_exists() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION any_office_exists() TO ngopi_app;

CREATE OR REPLACE FUNCTION public.bare_name(full_name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  WITH written AS (
    SELECT replace(searchable(full_name), '''', '') AS whole
  ), words AS (
    SELECT whole, btrim(regexp_replace(whole COLLATE pg_c_utf8, '[^[:alnum:]]+', ' ', 'g')) AS all_words,
           btrim(regexp_replace(regexp_replace(split_part(whole, ',', 1),
             '( +(s|m|a|ba|ph)\. ?(i\. ?)?(sos|h|hum|e|ag|pd|kom|ikom|t|s|p|si|ip|ked|kep|st|psi|farm|m|a|sc|md|d|li|th|sn|tr|ak|ds)\.?)+ *$',
             '') COLLATE pg_c_utf8, '[^[:alnum:]]+', ' ', 'g')) AS front
      FROM written
  ), bare AS (
    SELECT whole, all_words, regexp_replace(front,
             '^((h|hj|hjh|haji|hajjah|dr|drs|dra|drg|drh|ir|prof|kh|ky|kyai|ust|ustadz|ustadzah|gus|ning|r|rr|ra|rd|raden|tgk|tengku|teuku|cut|bapak|bpk|pak|ibu|bu|sdr|sdri|sdra|mr|mrs|ms) )+',
             '') AS name
      FROM words
  )
  SELECT coalesce(
           nullif(CASE WHEN name ~ '^(h|hj|hjh|haji|hajjah|dr|drs|dra|drg|drh|ir|prof|kh|ky|kyai|ust|ustadz|ustadzah|gus|ning|r|rr|ra|rd|raden|tgk|tengku|teuku|cut|bapak|bpk|pak|ibu|bu|sdr|sdri|sdra|mr|mrs|ms)?$'
                       THEN all_words ELSE name END, ''), whole)
    FROM bare
$function$
;
REVOKE EXECUTE ON FUNCTION bare_name(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bare_name(text) TO ngopi_app;
GRANT EXECUTE ON FUNCTION bare_name(text) TO ngopi_lookup;

CREATE OR REPLACE FUNCTION public.count_asked(sessions uuid[])
 RETURNS TABLE(session_id uuid, asked bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT q.session_id, count(DISTINCT i.id)
    FROM unnest(offices_in_sight(NULL)) o(id)
    JOIN questions q ON q.office_id = o.id AND q.session_id = ANY (sessions) AND q.archived_at IS NULL
    JOIN invitations i ON i.office_id = o.id AND i.session_id = q.session_id AND i.revoked_at IS NULL
     AND (i.id = q.invitation_id OR i.journalist_id = q.journalist_id)
   GROUP BY q.session_id
$function$
;
ALTER FUNCTION count_asked(uuid[]) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION count_asked(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_asked(uuid[]) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.count_attempt(counter text, window_seconds integer, amount integer, OUT attempts integer, OUT seconds_left integer)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  started CONSTANT timestamptz := to_timestamp(floor(extract(epoch FROM clock_timestamp()) / window_seconds) * window_seconds);
BEGIN
  IF amount = 0 THEN
    SELECT c.count INTO attempts FROM rate_counters c WHERE c.key = counter AND c.window_start = started;
  ELSE
    INSERT INTO rate_counters AS c (key, window_start, count) VALUES (counter, started, amount)
    ON CONFLICT (key, window_start) DO UPDATE SET count = c.count + excluded.count
    RETURNING c.count INTO attempts;
  END IF;
  attempts := coalesce(attempts, 0);
  seconds_left := greatest(1, ceil(extract(epoch FROM started + make_interval(secs => window_seconds) - clock_timestamp())));
END $function$
;
ALTER FUNCTION count_attempt(text,integer,integer) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION count_attempt(text,integer,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_attempt(text,integer,integer) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.discard_job(job text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  PERFORM graphile_worker.complete_jobs(ARRAY[o.id]) FROM office_jobs() o WHERE o.id::text = job AND NOT o.running;
  RETURN FOUND;
END $function$
;
REVOKE EXECUTE ON FUNCTION discard_job(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION discard_job(text) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.find_access(user_id uuid)
 RETURNS TABLE(id uuid, office_id uuid, office_name text, name text, role text, disabled boolean, offices uuid[], password_set_at timestamp with time zone, ended_logins uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT u.id, u.office_id, o.name, u.name, u.role, u.disabled_at IS NOT NULL OR u.password_hash IS NULL,
         CASE WHEN u.role <> 'manager' THEN ARRAY[u.office_id] ELSE (
           WITH RECURSIVE below AS (
             SELECT u.office_id AS office, 0 AS depth
             UNION ALL
             SELECT child.id, below.depth + 1 FROM offices child JOIN below ON child.parent_id = below.office
              WHERE below.depth < 20
           )
           SELECT array_agg(below.office ORDER BY below.depth, below.office) FROM below
         ) END,
         u.password_set_at,
         ARRAY(SELECT l.id FROM logins l
                WHERE l.user_id = u.id AND l.office_id = u.office_id AND l.ended_at > now() - interval '11 minutes')
    FROM users u JOIN offices o ON o.id = u.office_id
   WHERE u.id = find_access.user_id
$function$
;
ALTER FUNCTION find_access(uuid) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION find_access(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_access(uuid) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.find_account(address text)
 RETURNS TABLE(id uuid, office_id uuid, name text, password_hash text, disabled boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT u.id, u.office_id, u.name, u.password_hash, u.disabled_at IS NOT NULL FROM users u WHERE u.email = address
$function$
;
ALTER FUNCTION find_account(text) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION find_account(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_account(text) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.find_calendar_feed(hash bytea)
 RETURNS TABLE(id uuid, office_id uuid, user_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT f.id, f.office_id, f.user_id
    FROM calendar_feeds f JOIN users u ON u.id = f.user_id AND u.office_id = f.office_id
   WHERE f.token_hash = hash AND f.revoked_at IS NULL AND u.disabled_at IS NULL
$function$
;
ALTER FUNCTION find_calendar_feed(bytea) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION find_calendar_feed(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_calendar_feed(bytea) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.find_invitation(invitation_id uuid)
 RETURNS TABLE(office_id uuid, link_version integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT i.office_id, i.link_version FROM invitations i WHERE i.id = invitation_id
$function$
;
ALTER FUNCTION find_invitation(uuid) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION find_invitation(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_invitation(uuid) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.find_letter(proof text)
 RETURNS TABLE(office_id uuid, session_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT l.office_id, l.session_id FROM session_letters l WHERE l.code = proof
$function$
;
ALTER FUNCTION find_letter(text) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION find_letter(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_letter(text) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.find_login(login_id uuid)
 RETURNS TABLE(office_id uuid, user_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT l.office_id, l.user_id FROM logins l WHERE l.id = login_id
$function$
;
ALTER FUNCTION find_login(uuid) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION find_login(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_login(uuid) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.find_mail(mail uuid)
 RETURNS TABLE(office_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT m.office_id FROM mails m WHERE m.id = mail
$function$
;
ALTER FUNCTION find_mail(uuid) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION find_mail(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_mail(uuid) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.find_names(subject text, conditions text, q text, filters jsonb, sort text, after text[], lim integer)
 RETURNS TABLE(id uuid, office_id uuid, score real)
 LANGUAGE plpgsql
 STABLE ROWS 25
AS $function$
DECLARE
  needle CONSTANT text := searchable(q);
  pattern CONSTANT text := '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  offices CONSTANT uuid[] := offices_in_sight((filters ->> 'officeId')::uuid);
  ordering CONSTANT text := CASE sort
    WHEN 'name' THEN 'm.search, m.id'
    WHEN '-name' THEN 'm.search DESC, m.id DESC'
    WHEN 'createdAt' THEN 'm.id'
    WHEN '-createdAt' THEN 'm.id DESC'
    ELSE 'm.score DESC, m.search, m.id' END;
  beyond CONSTANT text := CASE WHEN after IS NULL THEN 'true' ELSE CASE sort
    WHEN 'name' THEN '(m.search, m.id) > ($6, $7)'
    WHEN '-name' THEN '(m.search, m.id) < ($6, $7)'
    WHEN 'createdAt' THEN 'm.id > $7'
    WHEN '-createdAt' THEN 'm.id < $7'
    ELSE '(m.score < $5 OR m.score = $5 AND (m.search, m.id) > ($6, $7))' END END;
  ways CONSTANT text[] := CASE
    WHEN needle IS NULL THEN '{any}'
    WHEN after IS NULL THEN '{exact,typo}'
    WHEN after[1]::real >= 2 THEN '{exact}'
    ELSE '{typo}' END;
  way text;
BEGIN
  FOREACH way IN ARRAY ways LOOP
    RETURN QUERY EXECUTE format(
      'SELECT m.id, m.office_id, m.score
         FROM unnest($2) o(id) CROSS JOIN LATERAL (
           SELECT m.* FROM (
             SELECT t.id, t.office_id, t.search, %s AS score FROM %I t
              WHERE t.office_id = o.id AND t.archived_at IS %s NULL AND %s AND %s) m
            WHERE %s ORDER BY %s LIMIT $8) m
        ORDER BY %s LIMIT $8',
      CASE way WHEN 'any' THEN '0::real' ELSE format('name_score(t.search, $3, %L)', way = 'typo') END,
      subject,
      CASE WHEN (filters ->> 'archived')::boolean THEN 'NOT' ELSE '' END,
      CASE way WHEN 'any' THEN 'true' WHEN 'exact' THEN 't.search LIKE $4' ELSE '$3 <% t.search' END,
      conditions, beyond, ordering, ordering)
    USING filters, offices, needle, pattern, after[1]::real, after[2], after[3]::uuid, lim;
    EXIT WHEN FOUND;
  END LOOP;
END $function$
;
REVOKE EXECUTE ON FUNCTION find_names(text,text,text,jsonb,text,text[],integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_names(text,text,text,jsonb,text,text[],integer) TO ngopi_lookup;

CREATE OR REPLACE FUNCTION public.find_password_token(hash bytea)
 RETURNS TABLE(office_id uuid, user_id uuid, kind text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT t.office_id, t.user_id, t.kind FROM password_tokens t WHERE t.token_hash = hash AND t.expires_at > now()
$function$
;
ALTER FUNCTION find_password_token(bytea) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION find_password_token(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_password_token(bytea) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.find_whatsapp_message(provider text, ours uuid)
 RETURNS TABLE(id uuid, office_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT m.id, m.office_id FROM whatsapp_messages m
   WHERE m.provider_id = provider OR (m.id = ours AND m.provider_id IS NULL)
   ORDER BY m.provider_id IS NULL LIMIT 1
$function$
;
ALTER FUNCTION find_whatsapp_message(text,uuid) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION find_whatsapp_message(text,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_whatsapp_message(text,uuid) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.forget_contact_problems()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.phone IS DISTINCT FROM OLD.phone THEN NEW.phone_problem_at := NULL; END IF;
  IF NEW.email IS DISTINCT FROM OLD.email THEN NEW.email_problem_at := NULL; END IF;
  RETURN NEW;
END $function$
;
REVOKE EXECUTE ON FUNCTION forget_contact_problems() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.forget_expired_papers()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  DELETE FROM papers WHERE expires_at < now()
$function$
;
ALTER FUNCTION forget_expired_papers() OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION forget_expired_papers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_expired_papers() TO ngopi_app;

CREATE OR REPLACE FUNCTION public.forget_what_expired()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  DELETE FROM rate_counters WHERE window_start < now() - interval '1 day';
  DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours';
  DELETE FROM session_events WHERE at < now() - interval '2 days';
$function$
;
ALTER FUNCTION forget_what_expired() OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION forget_what_expired() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_what_expired() TO ngopi_app;

CREATE OR REPLACE PROCEDURE public.guard_office_table(IN guarded regclass, IN edited boolean DEFAULT true)
 LANGUAGE plpgsql
AS $procedure$
DECLARE
  offices CONSTANT text := 'string_to_array(current_setting(''app.offices'', true), '','')::uuid[]';
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY readable ON %s FOR SELECT TO ngopi_app USING (office_id = ANY (%s))', guarded, offices);
  EXECUTE format('CREATE POLICY insertable ON %s FOR INSERT TO ngopi_app WITH CHECK (office_id = (%s)[1])', guarded, offices);
  EXECUTE format('CREATE POLICY updatable ON %s FOR UPDATE TO ngopi_app USING (office_id = (%s)[1])', guarded, offices);
  EXECUTE format('CREATE POLICY deletable ON %s FOR DELETE TO ngopi_app USING (office_id = (%s)[1])', guarded, offices);
  IF edited THEN
    EXECUTE format('CREATE TRIGGER touch BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION touch_row()', guarded);
    EXECUTE format('CREATE TRIGGER log AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION record_activity()', guarded);
  END IF;
END $procedure$
;
REVOKE EXECUTE ON FUNCTION guard_office_table(regclass,boolean) FROM PUBLIC;

CREATE OR REPLACE PROCEDURE public.keep_in_office(IN guarded regclass, IN kept text[], IN shown_by name)
 LANGUAGE plpgsql
AS $procedure$
DECLARE
  own CONSTANT text := 'office_id = (string_to_array(current_setting(''app.offices'', true), '','')::uuid[])[1]';
  kept_columns CONSTANT text := (SELECT string_agg(quote_ident(k), ', ') FROM unnest(kept) k);
  others CONSTANT text := (
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
     WHERE attrelid = guarded AND attnum > 0 AND NOT attisdropped AND attname <> ALL (kept));
BEGIN
  EXECUTE format('REVOKE SELECT ON %s FROM ngopi_app', guarded);
  EXECUTE format('GRANT SELECT (%s) ON %s TO ngopi_app', others, guarded);
  EXECUTE format('GRANT SELECT (id, office_id, %s) ON %s TO ngopi_lookup', kept_columns, guarded);
  EXECUTE format('CREATE POLICY own ON %s FOR SELECT TO ngopi_lookup USING (%s)', guarded, own);
  EXECUTE format('CREATE VIEW %I AS SELECT id, office_id, %s FROM %s WHERE %s', shown_by, kept_columns, guarded, own);
  EXECUTE format('ALTER VIEW %I OWNER TO ngopi_lookup', shown_by);
  EXECUTE format('GRANT SELECT ON %I TO ngopi_app', shown_by);
  EXECUTE format('COMMENT ON VIEW %I IS %L', shown_by,
                 format('What the connection''s own office alone reads of %s; without rows of any other office', guarded));
END $procedure$
;
REVOKE EXECUTE ON FUNCTION keep_in_office(regclass,text[],name) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.keep_signed_minutes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'signed minutes are closed' USING ERRCODE = 'check_violation';
END $function$
;
REVOKE EXECUTE ON FUNCTION keep_signed_minutes() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.label_asked(labels text[], asked jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT EXISTS (
    SELECT FROM unnest(labels) l WHERE lower(l) IN (SELECT lower(a) FROM jsonb_array_elements_text(asked) a)
  )
$function$
;
REVOKE EXECUTE ON FUNCTION label_asked(text[],jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION label_asked(text[],jsonb) TO ngopi_lookup;

CREATE OR REPLACE FUNCTION public.minutes_hold_off_record(office uuid, session uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT EXISTS (
    SELECT FROM (
      SELECT max(v.at) AS at FROM minutes m
        JOIN minutes_versions v ON v.office_id = m.office_id AND v.minutes_id = m.id
       WHERE m.office_id = office AND m.session_id = session) saved
     WHERE EXISTS (SELECT FROM questions q
                    WHERE q.office_id = office AND q.session_id = session
                      AND q.off_record AND q.created_at <= saved.at AND q.off_record_at >= saved.at)
        OR EXISTS (SELECT FROM commitments c
                    WHERE c.office_id = office AND c.session_id = session
                      AND c.off_record AND c.created_at <= saved.at AND c.off_record_at >= saved.at))
$function$
;
ALTER FUNCTION minutes_hold_off_record(uuid,uuid) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION minutes_hold_off_record(uuid,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION minutes_hold_off_record(uuid,uuid) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.name_score(name text, needle text, typo boolean)
 RETURNS real
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT (CASE WHEN typo THEN public.word_similarity(needle, name)
               WHEN name = needle THEN 5
               WHEN starts_with(name, needle) THEN 4
               WHEN strpos(name, ' ' || needle) > 0 THEN 3
               ELSE 2 END)::real
$function$
;
REVOKE EXECUTE ON FUNCTION name_score(text,text,boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION name_score(text,text,boolean) TO ngopi_lookup;

CREATE OR REPLACE FUNCTION public.names_agree(a text, b text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT same_name(a, b) OR x <@ y OR y <@ x
    FROM (SELECT string_to_array(bare_name(a), ' ') AS x, string_to_array(bare_name(b), ' ') AS y) words
$function$
;
REVOKE EXECUTE ON FUNCTION names_agree(text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION names_agree(text,text) TO ngopi_app;
GRANT EXECUTE ON FUNCTION names_agree(text,text) TO ngopi_lookup;

CREATE OR REPLACE FUNCTION public.note_off_record()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NOT NEW.off_record THEN
    NEW.off_record_at := NULL;
  ELSIF TG_OP = 'INSERT' OR NOT OLD.off_record THEN
    NEW.off_record_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $function$
;
REVOKE EXECUTE ON FUNCTION note_off_record() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.office_jobs()
 RETURNS TABLE(id bigint, task text, data jsonb, attempts integer, max_attempts integer, run_at timestamp with time zone, created_at timestamp with time zone, error text, running boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT j.id, t.identifier, (j.payload -> 'data')::jsonb, j.attempts, j.max_attempts, j.run_at, j.created_at,
         j.last_error, j.locked_at IS NOT NULL
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
   WHERE j.payload ->> 'officeId' = split_part(current_setting('app.offices', true), ',', 1)
$function$
;
REVOKE EXECUTE ON FUNCTION office_jobs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION office_jobs() TO ngopi_app;

CREATE OR REPLACE FUNCTION public.office_reply_address(office uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT coalesce(
    (SELECT o.contact_email FROM offices o WHERE o.id = office),
    (SELECT u.email FROM users u
      WHERE u.office_id = office AND u.role IN ('officer', 'admin')
        AND u.disabled_at IS NULL AND u.archived_at IS NULL
      ORDER BY u.role DESC, u.created_at, u.id LIMIT 1))
$function$
;
REVOKE EXECUTE ON FUNCTION office_reply_address(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION office_reply_address(uuid) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.office_today(office uuid)
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_catalog'
AS $function$ SELECT (now() AT TIME ZONE o.time_zone)::date FROM offices o WHERE o.id = office $function$
;
REVOKE EXECUTE ON FUNCTION office_today(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION office_today(uuid) TO ngopi_app;
GRANT EXECUTE ON FUNCTION office_today(uuid) TO ngopi_lookup;

CREATE OR REPLACE FUNCTION public.offices_in_sight(only_one uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  SELECT coalesce(array_agg(o), '{}')
    FROM unnest(string_to_array(current_setting('app.offices', true), ',')::uuid[]) o
   WHERE only_one IS NULL OR o = only_one
$function$
;
REVOKE EXECUTE ON FUNCTION offices_in_sight(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION offices_in_sight(uuid) TO ngopi_app;
GRANT EXECUTE ON FUNCTION offices_in_sight(uuid) TO ngopi_lookup;

CREATE OR REPLACE FUNCTION public.offices_with_promises_due(at timestamp with time zone)
 RETURNS TABLE(office_id uuid, today date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT o.id, local.now::date
    FROM offices o CROSS JOIN LATERAL (SELECT offices_with_promises_due.at AT TIME ZONE o.time_zone AS now) local
   WHERE local.now::time >= '07:00'
     AND EXISTS (
       SELECT FROM commitments c
        WHERE c.office_id = o.id AND c.state = 'open' AND c.due_on <= local.now::date AND c.archived_at IS NULL
          AND c.reminded_on IS DISTINCT FROM local.now::date)
$function$
;
ALTER FUNCTION offices_with_promises_due(timestamp with time zone) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION offices_with_promises_due(timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION offices_with_promises_due(timestamp with time zone) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.queue_job(task text, data jsonb, job_key text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, line text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  office CONSTANT text := split_part(current_setting('app.offices', true), ',', 1);
BEGIN
  IF coalesce(office, '') = '' OR coalesce(current_setting('app.actor', true), '') = '' THEN
    RAISE EXCEPTION 'a job without an office or an actor' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM graphile_worker.add_job(
    identifier => task,
    payload => json_build_object('officeId', office, 'actor', current_setting('app.actor', true), 'data', data),
    queue_name => line || ':' || office,
    job_key => job_key,
    run_at => run_at,
    flags => ARRAY[task]
  );
END $function$
;
REVOKE EXECUTE ON FUNCTION queue_job(text,jsonb,text,timestamp with time zone,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION queue_job(text,jsonb,text,timestamp with time zone,text) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.record_activity()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  unlogged CONSTANT text[] := '{password_hash,search,version,updated_at,created_at,seats_taken,last_login_at}';
  actor CONSTANT text := current_setting('app.actor', true);
  old_row jsonb;
  new_row jsonb;
  present jsonb;
  old_part jsonb;
  new_part jsonb;
BEGIN
  IF coalesce(actor, '') = '' THEN
    RAISE EXCEPTION 'a change of % without an actor', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'INSERT' THEN
    new_row := to_jsonb(NEW);
    new_part := jsonb_strip_nulls(new_row - unlogged);
  ELSIF TG_OP = 'DELETE' THEN
    old_row := to_jsonb(OLD);
    old_part := jsonb_strip_nulls(old_row - unlogged);
  ELSE
    old_row := to_jsonb(OLD);
    new_row := to_jsonb(NEW);
    SELECT jsonb_object_agg(n.key, old_row -> n.key), jsonb_object_agg(n.key, n.value)
      INTO old_part, new_part
      FROM jsonb_each(new_row) n
     WHERE n.value IS DISTINCT FROM old_row -> n.key AND n.key <> ALL (unlogged);
    IF new_part IS NULL THEN
      RETURN NULL;
    END IF;
  END IF;
  present := coalesce(new_row, old_row);
  INSERT INTO activity (office_id, actor_kind, actor_id, action, subject, subject_id, before, after)
  VALUES (
    coalesce(present ->> 'office_id', present ->> 'id')::uuid,
    split_part(actor, ':', 1),
    nullif(split_part(actor, ':', 2), '')::uuid,
    lower(TG_OP), TG_TABLE_NAME, (present ->> 'id')::uuid, old_part, new_part
  );
  RETURN NULL;
END $function$
;
REVOKE EXECUTE ON FUNCTION record_activity() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.record_logo()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  actor CONSTANT text := current_setting('app.actor', true);
  present office_logos;
  told jsonb;
BEGIN
  IF coalesce(actor, '') = '' THEN
    RAISE EXCEPTION 'a change of % without an actor', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  told := jsonb_build_object('media_type', present.media_type, 'bytes', octet_length(present.content));
  INSERT INTO activity (office_id, actor_kind, actor_id, action, subject, subject_id, before, after)
  VALUES (
    present.office_id, split_part(actor, ':', 1), nullif(split_part(actor, ':', 2), '')::uuid,
    lower(TG_OP), TG_TABLE_NAME, present.id,
    CASE TG_OP WHEN 'DELETE' THEN told END, CASE TG_OP WHEN 'INSERT' THEN told END
  );
  RETURN NULL;
END $function$
;
REVOKE EXECUTE ON FUNCTION record_logo() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.restart_reminders()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.reminders_since := now();
  RETURN NEW;
END $function$
;
REVOKE EXECUTE ON FUNCTION restart_reminders() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.retry_job(job text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  PERFORM graphile_worker.reschedule_jobs(ARRAY[o.id], run_at => now(), attempts => 0)
     FROM office_jobs() o WHERE o.id::text = job AND NOT o.running;
  RETURN FOUND;
END $function$
;
REVOKE EXECUTE ON FUNCTION retry_job(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION retry_job(text) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.same_name(a text, b text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_catalog'
AS $function$ SELECT replace(bare_name(a), ' ', '') = replace(bare_name(b), ' ', '') $function$
;
REVOKE EXECUTE ON FUNCTION same_name(text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION same_name(text,text) TO ngopi_app;
GRANT EXECUTE ON FUNCTION same_name(text,text) TO ngopi_lookup;

CREATE OR REPLACE FUNCTION public.search_coverage(q text, lim integer)
 RETURNS TABLE(id uuid, office_id uuid, score real)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 25
 SET search_path TO 'public', 'pg_catalog'
 SET "pg_trgm.word_similarity_threshold" TO '0.5'
AS $function$
  SELECT * FROM find_names('coverage', 'true', q, NULL, NULL, NULL, lim)
$function$
;
ALTER FUNCTION search_coverage(text,integer) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION search_coverage(text,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_coverage(text,integer) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.search_journalists(q text, filters jsonb, sort text, after text[], lim integer)
 RETURNS TABLE(id uuid, office_id uuid, score real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 25
 SET search_path TO 'public', 'pg_catalog'
 SET "pg_trgm.word_similarity_threshold" TO '0.5'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  needle CONSTANT text := searchable(q);
  pattern CONSTANT text := '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  after_score CONSTANT real := after[1];
  after_name CONSTANT text := after[2];
  after_id CONSTANT uuid := after[3];
  offices uuid[];
BEGIN
  IF filters IS NOT NULL OR sort IS NOT NULL THEN
    RETURN QUERY SELECT * FROM find_names('journalists', concat_ws(' AND ', 'true',
      CASE WHEN filters ? 'outletId' THEN
        'EXISTS (SELECT FROM affiliations a
                  WHERE a.office_id = t.office_id AND a.journalist_id = t.id AND a.outlet_id = ($1 ->> ''outletId'')::uuid
                    AND office_today(t.office_id) BETWEEN coalesce(a.from_date, ''-infinity'') AND coalesce(a.until_date, ''infinity''))' END,
      CASE WHEN filters ? 'notInvitedTo' THEN
        'NOT EXISTS (SELECT FROM invitations i
                      WHERE i.office_id = t.office_id AND i.journalist_id = t.id AND i.revoked_at IS NULL
                        AND i.session_id = ($1 ->> ''notInvitedTo'')::uuid)' END,
      CASE WHEN filters ? 'beat' THEN 'label_asked(t.beats, $1 -> ''beat'')' END,
      CASE WHEN filters ? 'tag' THEN 'label_asked(t.tags, $1 -> ''tag'')' END,
      CASE WHEN filters ? 'competenceLevel' THEN '($1 -> ''competenceLevel'') ? t.competence_level' END,
      CASE WHEN filters ? 'provisional' THEN 't.provisional = ($1 ->> ''provisional'')::boolean' END
    ), q, filters, sort, after, lim);
    RETURN;
  END IF;
  offices := offices_in_sight(NULL);
  IF after IS NULL OR after_score >= 2 THEN
    RETURN QUERY
      SELECT m.id, m.office_id, m.score
        FROM unnest(offices) o(id) CROSS JOIN LATERAL (
          SELECT m.* FROM (
            SELECT t.id, t.office_id, t.search, name_score(t.search, needle, false) AS score FROM journalists t
             WHERE t.office_id = o.id AND t.archived_at IS NULL AND t.search LIKE pattern) m
           WHERE after IS NULL OR m.score < after_score
              OR m.score = after_score AND (m.search, m.id) > (after_name, after_id)
           ORDER BY m.score DESC, m.search, m.id LIMIT lim) m
       ORDER BY m.score DESC, m.search, m.id LIMIT lim;
    IF FOUND OR after IS NOT NULL THEN RETURN; END IF;
  END IF;
  RETURN QUERY
    SELECT m.id, m.office_id, m.score
      FROM unnest(offices) o(id) CROSS JOIN LATERAL (
        SELECT m.* FROM (
          SELECT t.id, t.office_id, t.search, name_score(t.search, needle, true) AS score FROM journalists t
           WHERE t.office_id = o.id AND t.archived_at IS NULL AND needle <% t.search) m
         WHERE after IS NULL OR m.score < after_score
            OR m.score = after_score AND (m.search, m.id) > (after_name, after_id)
         ORDER BY m.score DESC, m.search, m.id LIMIT lim) m
     ORDER BY m.score DESC, m.search, m.id LIMIT lim;
END $function$
;
ALTER FUNCTION search_journalists(text,jsonb,text,text[],integer) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION search_journalists(text,jsonb,text,text[],integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_journalists(text,jsonb,text,text[],integer) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.search_outlets(q text, filters jsonb, sort text, after text[], lim integer)
 RETURNS TABLE(id uuid, office_id uuid, score real)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 25
 SET search_path TO 'public', 'pg_catalog'
 SET "pg_trgm.word_similarity_threshold" TO '0.5'
AS $function$
  SELECT * FROM find_names('outlets', concat_ws(' AND ', 'true',
    CASE WHEN filters ? 'platform' THEN '($1 -> ''platform'') ? t.platform' END,
    CASE WHEN filters ? 'pressCouncilStatus' THEN '($1 -> ''pressCouncilStatus'') ? t.press_council_status' END,
    CASE WHEN filters ? 'tag' THEN 'label_asked(t.tags, $1 -> ''tag'')' END,
    CASE WHEN filters ? 'city' THEN 'lower(t.city) = lower($1 ->> ''city'')' END,
    CASE WHEN filters ? 'withoutJournalists' THEN
      'NOT EXISTS (SELECT FROM affiliations a JOIN journalists j ON j.id = a.journalist_id AND j.office_id = a.office_id
                    WHERE a.office_id = t.office_id AND a.outlet_id = t.id AND j.archived_at IS NULL
                      AND office_today(t.office_id) BETWEEN coalesce(a.from_date, ''-infinity'') AND coalesce(a.until_date, ''infinity''))' END
  ), q, filters, sort, after, lim)
$function$
;
ALTER FUNCTION search_outlets(text,jsonb,text,text[],integer) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION search_outlets(text,jsonb,text,text[],integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_outlets(text,jsonb,text,text[],integer) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.search_sessions(q text, lim integer)
 RETURNS TABLE(id uuid, office_id uuid, score real)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 25
 SET search_path TO 'public', 'pg_catalog'
 SET "pg_trgm.word_similarity_threshold" TO '0.5'
AS $function$
  SELECT * FROM find_names('sessions', 'true', q, NULL, NULL, NULL, lim)
$function$
;
ALTER FUNCTION search_sessions(text,integer) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION search_sessions(text,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_sessions(text,integer) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.searchable(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT regexp_replace(
           regexp_replace(
             lower(public.unaccent('public.unaccent'::regdictionary, normalize(translate(value,
               U&'\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9`\00B4\2018\2019\201A\201B\2032\02B9\02BB\02BC\02BD\02BE\02BF\02C8\02CA\02CB\FF07',
               '01234567890123456789' || repeat('''', 17)), NFKC))),
             '[\u0300-\u036F\u200B-\u200D\u2060\uFEFF\u00AD]', '', 'g'),
           '[\s\u00A0\u2010-\u2015\u2212-]+', ' ', 'g')
$function$
;
REVOKE EXECUTE ON FUNCTION searchable(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION searchable(text) TO ngopi_app;
GRANT EXECUTE ON FUNCTION searchable(text) TO ngopi_lookup;

CREATE OR REPLACE FUNCTION public.series_to_plan()
 RETURNS TABLE(office_id uuid, series_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT s.office_id, s.id FROM series s
   WHERE s.archived_at IS NULL
     AND (s.planned_until IS NULL OR s.planned_until < ((now() AT TIME ZONE s.time_zone) + interval '6 months')::date)
   ORDER BY s.office_id, s.id
$function$
;
ALTER FUNCTION series_to_plan() OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION series_to_plan() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION series_to_plan() TO ngopi_app;

CREATE OR REPLACE FUNCTION public.sessions_to_remind(at timestamp with time zone)
 RETURNS TABLE(office_id uuid, session_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT DISTINCT s.office_id, s.id
    FROM sessions s
    JOIN offices o ON o.id = s.office_id
    LEFT JOIN series r ON r.id = s.series_id AND r.office_id = s.office_id
   CROSS JOIN LATERAL (SELECT (s.starts_at AT TIME ZONE s.time_zone)::date AS day) d
   CROSS JOIN LATERAL jsonb_to_recordset(coalesce(s.reminders, r.reminders, o.reminders))
     AS step ("daysBefore" integer, "at" text)
   CROSS JOIN LATERAL (SELECT (d.day - step."daysBefore" + step."at"::time) AT TIME ZONE s.time_zone AS due) w
   WHERE s.status = 'published' AND s.archived_at IS NULL
     AND s.starts_at > sessions_to_remind.at AND s.starts_at < sessions_to_remind.at + interval '62 days'
     AND w.due BETWEEN sessions_to_remind.at - interval '32 hours' AND sessions_to_remind.at + interval '2 hours'
     AND NOT EXISTS (
       SELECT FROM reminder_steps t
        WHERE t.office_id = s.office_id AND t.session_id = s.id
          AND t.step = step."daysBefore" || '-' || replace(step."at", ':', '')
          AND (t.paused OR t.sent_for = d.day))
$function$
;
ALTER FUNCTION sessions_to_remind(timestamp with time zone) OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION sessions_to_remind(timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sessions_to_remind(timestamp with time zone) TO ngopi_app;

CREATE OR REPLACE FUNCTION public.sessions_with_expired_offers()
 RETURNS TABLE(office_id uuid, session_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT DISTINCT s.office_id, s.id
    FROM invitations i JOIN sessions s ON s.id = i.session_id AND s.office_id = i.office_id
   WHERE i.answer = 'offered' AND s.status = 'published' AND s.archived_at IS NULL
     AND least(i.offer_expires_at, coalesce(s.rsvp_closes_at, s.starts_at)) <= now()
$function$
;
ALTER FUNCTION sessions_with_expired_offers() OWNER TO ngopi_lookup;
REVOKE EXECUTE ON FUNCTION sessions_with_expired_offers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sessions_with_expired_offers() TO ngopi_app;

CREATE OR REPLACE FUNCTION public.touch_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.version := OLD.version + 1;
  NEW.updated_at := now();
  RETURN NEW;
END $function$
;
REVOKE EXECUTE ON FUNCTION touch_row() FROM PUBLIC;
