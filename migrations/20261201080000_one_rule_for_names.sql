-- What names are searched by: lower case, Western digits, one kind of apostrophe, one space between words, without
-- accents and hyphens, in whatever way a phone or a word processor wrote them. A pattern keeps its signs.
-- shared/src/searchable-text.ts does the same where there is no network.
CREATE OR REPLACE FUNCTION searchable(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = public, pg_catalog
AS $$
  SELECT regexp_replace(
           regexp_replace(
             lower(public.unaccent('public.unaccent'::regdictionary, normalize(translate(value,
               U&'\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9`\00B4\2018\2019\201A\201B\2032\02B9\02BB\02BC\02BD\02BE\02BF\02C8\02CA\02CB\FF07',
               '01234567890123456789' || repeat('''', 17)), NFKC))),
             '[\u0300-\u036F\u200B-\u200D\u2060\uFEFF\u00AD]', '', 'g'),
           '[\s\u00A0\u2010-\u2015\u2212-]+', ' ', 'g')
$$;
ALTER TABLE outlets ALTER COLUMN search SET EXPRESSION AS (searchable(name));
ALTER TABLE journalists ALTER COLUMN search SET EXPRESSION AS (searchable(full_name));
ALTER TABLE sessions ALTER COLUMN search SET EXPRESSION AS (searchable(title));
ALTER TABLE coverage ALTER COLUMN search SET EXPRESSION AS (searchable(title));

-- A name without apostrophes and the titles and degrees around it: "H. Budi Santoso, S.Sos., M.I.Kom." and "BUDI SANTOSO" are the same.
-- Where nothing but titles stands it is all of them, so it is empty for no name.
CREATE FUNCTION bare_name(full_name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = public, pg_catalog
AS $$
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
$$;

-- Two spellings of one name, whatever spaces stand in them: "Nur'aini", "Nur’aini", "Nuraini" and "Nur-Aini".
CREATE FUNCTION same_name(a text, b text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = public, pg_catalog
AS $$ SELECT replace(bare_name(a), ' ', '') = replace(bare_name(b), ' ', '') $$;

-- One of the names holds all words of the other, as "Budi" and "Budi Santoso" do.
CREATE FUNCTION names_agree(a text, b text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = public, pg_catalog
AS $$
  SELECT same_name(a, b) OR x <@ y OR y <@ x
    FROM (SELECT string_to_array(bare_name(a), ' ') AS x, string_to_array(bare_name(b), ' ') AS y) words
$$;
GRANT EXECUTE ON FUNCTION bare_name(text), same_name(text, text), names_agree(text, text) TO ngopi_app, ngopi_lookup;
