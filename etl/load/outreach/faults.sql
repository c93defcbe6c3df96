-- Log entries that cannot be counted, each with the column and the reason.
insert into fault
select line, part, 'organisation', null, 'no organisation, name, e-mail address or reference' from record
where organisation is null and name is null and email is null and contact_ref is null
union all
select line, part, 'contact_ref', contact_ref, 'an e-mail address, not a reference' from record
where is_email(contact_ref)
union all
select line, part, 'occurred_at', occurred_at, date_fault(occurred_at, occurred_moment, $dated_on) from record
where date_fault(occurred_at, occurred_moment, $dated_on) is not null
union all
select line, part, 'follow_up_on', follow_up_on, 'not a date in a declared form' from record
where follow_up_on is not null and follow_up_moment is null
union all
select line, part, 'stage', stage,
    'not a stage (target, contacted, bounced, delivered, clicked, replied, committed, signed, declined, unsubscribed)'
from record
where coalesce(stage, '') not in
    ('target', 'contacted', 'bounced', 'delivered', 'clicked', 'replied', 'committed', 'signed', 'declined', 'unsubscribed')
union all
select line, part, 'committees', committees, 'not a seat in a committee (M member, S substitute, C chair, V vice-chair)'
from record
where not regexp_full_match(committees, '[^:;]+: [MSCV](; [^:;]+: [MSCV])*');
