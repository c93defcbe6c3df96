-- What the loading steps of every kind share. Temporary: nothing of this is kept in the warehouse.

-- The mark of a contact: as 16 hexadecimal digits it is the reference by which readers see the contact; behind a dash stands
-- with how many secrets it was made, where they were several.
create or replace temp macro contact_mark(content) as short_mark('contact ' || content);

create or replace temp macro is_published_mark(content) as regexp_full_match(content, '[0-9a-f]{16}(-[0-9]{1,4})?');

create or replace temp macro published_mark(content) as
    try_cast('0x' || marked(
        left(content, 16), 16, key_pads()[coalesce(try_cast(content[18:] as integer), 1) + 1:]) as ubigint);

-- The name in an address without its tag and, where Gmail ignores them, its dots.
create or replace temp macro local_part(content, host) as
    case when host in ('gmail.com', 'googlemail.com') then replace(split_part(content, '+', 1), '.', '')
         when starts_with(content, '+') then content
         else split_part(content, '+', 1) end;

-- One address, however it is written; its domain as the name service knows it (ascii_domain, a function of the session).
-- Steps that few addresses or names need are given null for all others: what occurs twice in a statement is worked out
-- before any `case` asks for it, for every record.
create or replace temp macro in_one_form(content) as
    local_part(split_part(content, '@', 1), split_part(content, '@', 2)) || '@'
    || replace(ascii_domain(split_part(content, '@', 2)), 'googlemail.com', 'gmail.com');

create or replace temp macro one_address(content) as
    coalesce(
        in_one_form(if(regexp_matches(content, '[^!-~]|\+|@xn--|@(gmail|googlemail)\.com$'), content, null)), content);

-- The mark of a person: by the e-mail address, else by name and affiliation. Not by `case`: what its branches need would be
-- worked out for the others too.
create or replace temp macro person_mark(email, has_email, name, affiliation) as
    mark(coalesce(
        'e-mail ' || one_address(if(has_email, email, null)),
        'name ' || name_form(if(has_email, null, name)) || '|' || coalesce(folded(if(has_email, null, affiliation)), '')));

create or replace temp macro is_email(content) as regexp_full_match(content, '[^@\s]+@[^@\s]+\.[^@\s.]+');

create or replace temp macro mail_domain(email, has_email) as if(has_email, split_part(email, '@', 2), null);

-- The last label of a host or address, with its dot: '.de'. The host itself is not kept.
create or replace temp macro top_domain(content) as nullif(regexp_extract(lower(content), '\.[a-z]{2,}$'), '');

create or replace temp macro host(url) as
    nullif(regexp_replace(regexp_extract(lower(url), '^[a-z]+://([^/?#:]+)', 1), '^(www|m|amp)\.', ''), '');

create or replace temp macro is_date_only(content) as not contains(content, ':');

-- A moment in one of the declared forms, else null. A moment without an offset is in the session's (the source's) zone.
create or replace temp macro moment(content, dates) as
    case
        when list_contains(dates, 'iso') and regexp_full_match(content,
            '\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?( ?(Z|UTC|[+-]\d{2}(:?\d{2})?))?)?')
        then try_cast(replace(content, ' UTC', 'Z') as timestamptz)
        else try_cast(try_strptime(content, list_filter(dates, lambda pattern: pattern <> 'iso') || ['%%']) as timestamptz)
    end;

-- The calendar day of a moment in the campaign's zone; a bare date is that day in any zone.
create or replace temp macro calendar_day(content, instant, campaign_zone) as
    case when is_date_only(content) then cast(instant as date) else cast(instant at time zone campaign_zone as date) end;

create or replace temp macro is_plausible(instant) as
    instant >= timestamptz '1990-01-01' and instant < timestamptz '2101-01-01';

-- What is wrong with the date of a record, else null. Without one it counts on the day for undated records, where there is one.
create or replace temp macro date_fault(content, instant, dated_on) as
    case when content is null and dated_on is null then 'no date'
         when content is not null and instant is null then 'not a date in a declared form'
         when not is_plausible(instant) then 'a year before 1990 or after 2100' end;

-- A word of a field in the house's own terms: what the source's TOML file says it means, else the word itself. What it
-- says of the empty word holds for empty cells.
create or replace temp macro in_our_words(field_name, content) as
    case when getvariable('words')[field_name] is null then content  -- known while planning: costs a row nothing
         else coalesce(getvariable('words')[field_name][coalesce(lower(content), '')], content) end;

-- A blank at either end is looked for first: trimming of several kinds of blanks is slow, and seldom needed.
-- (No lists of five or more: `in` with one becomes a join, and costs a record as much as everything else here.)
create or replace temp macro is_blank(letter) as unicode(letter) <= 32 or unicode(letter) = 160;

create or replace temp macro cell(content) as
    case when is_blank(content) or is_blank(content[-1])
         then nullif(trim(content, ' ' || chr(9) || chr(10) || chr(13) || chr(160)), '')
         else nullif(content, '') end;

create or replace temp macro is_whole_number(content) as regexp_full_match(coalesce(content, ''), '\d{1,15}');

create or replace temp macro yes_or_no(content) as
    case when regexp_full_match(lower(content), 'yes|y|true|t|1|confirmed') then true
         when regexp_full_match(lower(content), 'no|n|false|f|0|unconfirmed|pending') then false end;
