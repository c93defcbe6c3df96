-- What became of each mailing: a wave of the contact logs by e-mail. Follows outreach.sql, which made counted_contact and
-- followed_contact.

-- One row: one contact in one mailing, with the first days on which its entries show what became of it. A refusal or a reply
-- shows that it arrived, not that a link was clicked.
create temp table mailed_contact as
select
    campaign_id, wave, contact_key,
    min(day) as sent_on,
    bool_or(stage = 'contacted') as is_sent_told,
    min(day) filter (step >= 2) as delivered_on,
    min(day) filter (mail_outcome = 'bounced') as bounced_on,
    min(day) filter (stage = 'clicked') as clicked_on,
    min(day) filter (mail_outcome = 'unsubscribed') as unsubscribed_on
from counted_contact
where channel = 'email' and wave <> '' and stage <> 'target'
group by all;

-- Who was sent a mailing is known only where its log says so of somebody: a list of clicks does not.
insert into published.mailing_daily by name
select campaign_id, wave, reached_on as day, outcome, country, institution_type, count(*) as contacts
from (
    unpivot (
        select campaign_id, wave, contact_key, delivered_on as delivered, bounced_on as bounced,
               clicked_on as clicked, unsubscribed_on as unsubscribed, sent_on as seen,
               if(bool_or(is_sent_told) over (partition by campaign_id, wave), sent_on, null) as sent
        from mailed_contact
    )
    on seen, sent, delivered, bounced, clicked, unsubscribed into name outcome value reached_on
)
join followed_contact using (campaign_id, contact_key)
group by all
order by all;
