-- title: Who has signed before
-- unit: people
-- counted: People of this campaign beside those of each earlier one, without any other filter. Returned: the same e-mail
--   address, or the same name at the same institution. Likely returned: the name alone, where one person bears it in each
--   campaign. Not come back: signed the earlier campaign and not this one. Changed institution: both times an institution was
--   named, and never the same; networks and NGOs are left out, since people belong to them beside where they work.
-- A row: one earlier campaign and standing.
select c.title as campaign_title, replace(standing, '_', ' ') as standing, people, changed_institution
from returner r
join campaign c on c.campaign_id = r.earlier_campaign_id
where r.campaign_id = $campaign
order by c.launched_on desc, c.title, list_position(['returned', 'likely_returned', 'new', 'not_come_back'], r.standing)
