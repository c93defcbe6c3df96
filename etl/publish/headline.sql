-- What of a title tells its story: macros over folded().

-- An outlet's name without blanks: 'Daily Invention' and 'dailyinvention.example' begin alike.
create or replace temp macro squeezed(content) as replace(folded(content), ' ', '');

create or replace temp macro names_outlet(tail, outlet) as
    length(squeezed(tail)) >= 3
    and (starts_with(squeezed(outlet), squeezed(tail))
         or length(split_part(outlet, '.', 1)) >= 4 and contains(squeezed(tail), squeezed(split_part(outlet, '.', 1))));

-- The title without what stands behind an upright stroke, without the outlet's name behind a dash, and without a last word
-- that was cut.
create or replace temp macro own_words(title, outlet) as
    regexp_replace(
        case when regexp_matches(title, '\s[|–—-]\s')
              and names_outlet(regexp_extract(title, '^.*\s[|–—-]\s+(.+)$', 1), outlet)
             then regexp_extract(title, '^(.*)\s[|–—-]\s+.+$', 1)
             else regexp_replace(title, '^(.{20,}?)\s\|\s.*$', '\1') end,
        '\s*\S*(…|\.\.\.)\s*$', '');

create or replace temp macro headline(title, outlet) as folded(own_words(title, outlet));
