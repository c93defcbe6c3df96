-- The same, trimmed, without separators of thousands, with its moment read; a moment that cannot be read is null.
-- is_late: listed, but not part of the source's total. is_whole: the source's own total over all countries.
create or replace temp table kept as
with cells as (
    select
        line, part,
        cell(observed_at) as observed_at,
        in_our_words('country', cell(country)) as country,
        coalesce(cell(total), cell(whole)) as stated,
        cell(late) as late,
        cell(whole) is not null as is_whole
    from landed
),
marked as (
    select
        *,
        coalesce(ends_with(stated, $late_mark), false) as has_late_mark,
        if(has_late_mark, cell(rtrim(stated, $late_mark)), stated) as digits
    from cells
)
select
    line, part, observed_at, country,
    if(regexp_full_match(digits, '-?\d{1,3}([' || $thousands || ']\d{3})+'), replace(digits, $thousands, ''), digits)
        as total,
    late,
    has_late_mark or coalesce(yes_or_no(late), false) as is_late,
    is_whole,
    moment(observed_at, $dates) as observed_moment
from marked;

create or replace temp view written as from kept;
