-- The filters, once: every question asks through these. NULL means "no filter". Days are inclusive.

create macro country_chosen(country_code, chosen) as chosen is null or list_contains(chosen, country_code);

create macro day_chosen(some_day, from_day, to_day) as
    some_day between coalesce(from_day, date '0001-01-01') and coalesce(to_day, date '9999-12-31');

-- Days or, where they span more than nine weeks, weeks from Monday to Sunday, from one day to another; none is left out.
create macro periods_between(first_day, last_day) as table
    with ends as (select first_day as first, last_day as last),
    span as (select first, last, if(last - first > 63, 7, 1) as length from ends)
    select
        unnest(generate_series(
            if(length = 7, date_trunc('week', first), first), last, to_days(length::integer)
        ))::date as period_from,
        (period_from + (length - 1)::integer)::date as period_to
    from span;

-- What if: a span of days, or one country's part of it, that is left out. A struct of from_day, to_day and country.
create macro is_left_out(some_day, country_code, left_out) as
    coalesce(some_day between left_out.from_day and left_out.to_day
             and coalesce(country_code = left_out.country, true), false);

-- Of people: organisations that sign in their own name are never added to them.
create macro signatures_in(campaign, from_day, to_day, countries, institution_types, left_out := null) as table
    select * from signature_daily
    where signer_kind = 'person' and campaign_id = campaign and day_chosen(day, from_day, to_day)
      and country_chosen(country, countries) and not is_left_out(day, country, left_out)
      and (institution_types is null or list_contains(institution_types, institution_type));

create macro organisations_in(campaign, from_day, to_day, countries, institution_types, left_out) as table
    select * from signature_daily
    where signer_kind = 'organisation' and campaign_id = campaign and day_chosen(day, from_day, to_day)
      and country_chosen(country, countries) and not is_left_out(day, country, left_out)
      and (institution_types is null or list_contains(institution_types, institution_type));

create macro credits_in(campaign, from_day, to_day, countries, institution_types, left_out) as table
    select * from signature_daily_credit
    where campaign_id = campaign and day_chosen(day, from_day, to_day) and country_chosen(country, countries)
      and not is_left_out(day, country, left_out)
      and (institution_types is null or list_contains(institution_types, institution_type));

create macro hours_in(campaign, from_day, to_day, countries, left_out) as table
    select * from signature_hourly
    where campaign_id = campaign and day_chosen(day, from_day, to_day) and country_chosen(country, countries)
      and not is_left_out(day, country, left_out);

create macro email_domains_in(campaign, from_day, to_day, countries, left_out) as table
    select * from email_domain_daily
    where campaign_id = campaign and day_chosen(day, from_day, to_day) and country_chosen(country, countries)
      and not is_left_out(day, country, left_out);

-- Of people and, told by signer_kind, of organisations: both reach a network's site.
create macro institutions_in(campaign, from_day, to_day, countries, institution_types, left_out := null) as table
    select * from institution_number_daily
    where campaign_id = campaign and day_chosen(day, from_day, to_day) and country_chosen(country, countries)
      and not is_left_out(day, country, left_out)
      and (institution_types is null or list_contains(institution_types, institution_type));

create macro networks_in(campaign, from_day, to_day, countries, institution_types, left_out := null) as table
    select * from signature_daily_network
    where campaign_id = campaign and day_chosen(day, from_day, to_day) and country_chosen(country, countries)
      and not is_left_out(day, country, left_out)
      and (institution_types is null or list_contains(institution_types, institution_type));

create macro outreach_in(campaign, from_day, to_day, countries, institution_types) as table
    select * from outreach_daily_brief
    where campaign_id = campaign and day_chosen(day, from_day, to_day) and country_chosen(country, countries)
      and (institution_types is null or list_contains(institution_types, institution_type));

create macro contact_steps_in(campaign, from_day, to_day, countries, institution_types) as table
    select * from contact_step_daily
    where campaign_id = campaign and day_chosen(contacted_on, from_day, to_day) and day_chosen(reached_on, null, to_day)
      and country_chosen(country, countries)
      and (institution_types is null or list_contains(institution_types, institution_type));

-- All that does not ask for channel, wave or team.
create macro brief_contact_steps_in(campaign, from_day, to_day, countries, institution_types) as table
    select * from contact_step_daily_brief
    where campaign_id = campaign and day_chosen(contacted_on, from_day, to_day) and day_chosen(reached_on, null, to_day)
      and country_chosen(country, countries)
      and (institution_types is null or list_contains(institution_types, institution_type));

create macro network_contact_steps_in(campaign, from_day, to_day, countries, institution_types) as table
    select * from contact_step_daily_network
    where campaign_id = campaign and day_chosen(contacted_on, from_day, to_day) and day_chosen(reached_on, null, to_day)
      and country_chosen(country, countries)
      and (institution_types is null or list_contains(institution_types, institution_type));

create macro follow_ups_in(campaign, countries, institution_types) as table
    select * from follow_up
    where campaign_id = campaign and country_chosen(country, countries)
      and (institution_types is null or list_contains(institution_types, institution_type));

create macro open_contacts_in(campaign, countries, institution_types, as_of) as table
    select *,
           greatest(as_of - follow_up_on, 0) as days_due,     -- 0: due on that day, or later
           follow_up_on <= as_of as is_due,
           if(is_answered, null, as_of - first_contact_on) as days_waiting,
           organisation_times > (select contact_cap from campaign where campaign_id = campaign) as is_too_often
    from open_contact
    where campaign_id = campaign and last_contact_on <= as_of and country_chosen(country, countries)
      and (institution_types is null or list_contains(institution_types, institution_type));

create macro members_in(campaign, from_day, to_day, countries) as table
    select * from member_step_daily
    where campaign_id = campaign and country_chosen(country, countries)
      and (step = 'listed' or day_chosen(contacted_on, from_day, to_day) and day_chosen(reached_on, null, to_day));

create macro committee_members_in(campaign, from_day, to_day, countries) as table
    select * from member_step_daily_committee
    where campaign_id = campaign and country_chosen(country, countries)
      and (step = 'listed' or day_chosen(contacted_on, from_day, to_day) and day_chosen(reached_on, null, to_day));

create macro mailings_in(campaign, to_day, countries, institution_types) as table
    select * from mailing_daily
    where campaign_id = campaign and day_chosen(day, null, to_day) and country_chosen(country, countries)
      and (institution_types is null or list_contains(institution_types, institution_type));

create macro media_in(campaign, from_day, to_day, countries) as table
    select * from media_daily
    where campaign_id = campaign and day_chosen(day, from_day, to_day) and country_chosen(country, countries);

-- All that does not ask for outlets.
create macro brief_media_in(campaign, from_day, to_day, countries) as table
    select * from media_daily_brief
    where campaign_id = campaign and day_chosen(day, from_day, to_day) and country_chosen(country, countries);

create macro stories_in(campaign, from_day, to_day, countries) as table
    select * from media_story_daily
    where campaign_id = campaign and day_chosen(day, from_day, to_day) and country_chosen(country, countries);

-- Whole stories, where they were first reported on a chosen day and told in a chosen country.
create macro stories_told_in(campaign, from_day, to_day, countries) as table
    select * from media_story_told
    where campaign_id = campaign and day_chosen(first_day, from_day, to_day)
      and (countries is null
           or combination in (select combination from media_story_combination where list_contains(countries, country)));

-- What a source says of all countries together counts where no country is chosen, and there goes before its single ones.
create macro attention_in(campaign, from_day, to_day, countries) as table
    select * from attention_daily
    where campaign_id = campaign and day_chosen(day, from_day, to_day) and country_chosen(country, countries)
    qualify country is null or countries is not null or not bool_or(country is null) over (partition by source, day);

create macro events_in(campaign, from_day, to_day, countries) as table
    select * from event
    where campaign_id = campaign and day_chosen(day, from_day, to_day)
      and (country is null or country_chosen(country, countries));

-- People by affiliation, in sixtieths of a person. counted_by: first (named, as in signatures_in), each (whole in each
-- country and kind that they name) or fractions (equal shares). Add up "in_cell" by country and kind, "in_country" by
-- country, "in_kind" by kind and "in_all" over everything: who names two affiliations in one country is one person there.
create macro people_in(campaign, from_day, to_day, countries, institution_types, left_out, counted_by) as table
    with parts_chosen as (
        select *,
            row_number() over (partition by combination, country order by place) = 1 as is_new_country,
            row_number() over (partition by combination, institution_type order by place) = 1 as is_new_kind,
            row_number() over (partition by combination order by place) = 1 as is_new
        from affiliation_combination
        where country_chosen(country, countries)
          and (institution_types is null or list_contains(institution_types, institution_type))
    ),
    several as (
        select country, institution_type, place, parts, is_new_country, is_new_kind, is_new, 60 * signatures as whole
        from combination_daily join parts_chosen using (combination)
        join (select combination, country as first_country from affiliation_combination where place = 1) using (combination)
        where counted_by <> 'first' and campaign_id = campaign and day_chosen(day, from_day, to_day)
          and not is_left_out(day, first_country, left_out)
    )
    select country, institution_type, 60 * signatures as in_cell, in_cell as in_country, in_cell as in_kind,
           in_cell as in_all
    from signatures_in(campaign, from_day, to_day, countries, institution_types, left_out := left_out)
    union all
    select country, institution_type, -whole, -whole, -whole, -whole from several where place = 1
    union all
    select country, institution_type, whole // parts, whole // parts, whole // parts, whole // parts from several
    where counted_by = 'fractions'
    union all
    select country, institution_type, whole, if(is_new_country, whole, 0), if(is_new_kind, whole, 0), if(is_new, whole, 0)
    from several
    where counted_by = 'each';
