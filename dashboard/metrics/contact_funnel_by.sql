-- title: How far contacts came, by what they are
-- unit: contacts
-- counted: As for all contacts together, for each country, kind of institution, channel and wave of the first entry, team of
--   the log's owners, and network of the campaign. A contact may be in several networks, so these do not add up.
-- A row: one step of one group, the groups with most contacts first.
with counted as (
    select
        case when grouping(country) = 0 then 'country'
             when grouping(institution_type) = 0 then 'kind of institution'
             when grouping(channel) = 0 then 'channel'
             when grouping(wave) = 0 then 'wave'
             else 'team' end as grouped_by,
        case when grouping(country) = 0 then country
             when grouping(institution_type) = 0 then institution_type
             when grouping(channel) = 0 then channel
             when grouping(wave) = 0 then wave
             else team end as code,
        step, sum(contacts)::bigint as contact_count
    from contact_steps_in($campaign, $from_day, $to_day, $countries, $institution_types)
    group by grouping sets ((step, country), (step, institution_type), (step, channel), (step, wave), (step, team))
    union all
    select 'network', network_id, step, sum(contacts)::bigint
    from network_contact_steps_in($campaign, $from_day, $to_day, $countries, $institution_types)
    group by network_id, step
),
called as (
    select c.*, case grouped_by
        when 'country' then coalesce(country.name, 'Country unknown')
        when 'kind of institution' then coalesce(label, 'Unknown')
        when 'network' then network.title
        else coalesce(nullif(code, ''), 'Not named') end as group_name
    from counted c
    left join country on grouped_by = 'country' and iso2 = code
    left join institution_type on grouped_by = 'kind of institution' and institution_type = code
    left join network on grouped_by = 'network' and network_id = code
),
groups as (
    select grouped_by, group_name, max(contact_count) as size
    from called
    where grouped_by not in ('wave', 'team') or exists (from called other where other.grouped_by = called.grouped_by
                                                         and other.code <> '')
    group by all
)
select grouped_by, group_name, step, coalesce(contact_count, 0) as contact_count
from groups
cross join (select unnest(['contacted', 'delivered', 'clicked', 'replied', 'committed', 'signed', 'declined']) as step,
                   generate_subscripts([1, 2, 3, 4, 5, 6, 7], 1) as place)
left join called using (grouped_by, group_name, step)
order by list_position(['country', 'kind of institution', 'channel', 'wave', 'team', 'network'], grouped_by),
         size desc, group_name, place
