-- title: Contacts by kind of institution
-- unit: log entries
-- counted: Entries of the contact logs by the kind of institution that is stated or that the organisation shows. An
--   entry is one step with one contact on one day, so a contact may have several; those that say replied and signed are
--   among them. Targets are listed, not contacted, and are counted apart.
-- A row: one kind of institution; a known kind has a row also where nothing was tried.
with counted as (
    select
        institution_type,
        coalesce(sum(contacts) filter (where stage = 'target'), 0)::bigint as targets,
        coalesce(sum(contacts) filter (where stage <> 'target'), 0)::bigint as contacts,
        coalesce(sum(contacts) filter (where stage = 'replied'), 0)::bigint as replied,
        coalesce(sum(contacts) filter (where stage = 'signed'), 0)::bigint as signed
    from outreach_in($campaign, $from_day, $to_day, $countries, $institution_types)
    group by institution_type
)
select
    institution_type,
    coalesce(label, 'Unknown') as label,
    coalesce(targets, 0) as targets,
    coalesce(contacts, 0) as contacts,
    coalesce(replied, 0) as replied,
    coalesce(signed, 0) as signed
from counted
full join institution_type using (institution_type)
where counted.institution_type is not null
   or (institution_type <> 'unknown'
       and ($institution_types is null or list_contains($institution_types, institution_type)))
order by contacts desc, targets desc, label
