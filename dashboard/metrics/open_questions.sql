-- title: What ten answers would settle
-- unit: signatures
-- counted: The ten affiliation texts most frequent among signatures whose kind of institution, or whose institution's country,
--   is unknown or a guess; signatures that an answer to each would settle, and to it and all before it, as a share of all.
--   The texts stay private: campaign-etl review lists them.
-- A row: one text, without the text.
select
    place,
    signatures,
    sum(signatures) over (order by place)::bigint as settled,
    sum(signatures) over (order by place)
        / (select sum(signatures) from signature_daily where campaign_id = $campaign) as settled_share
from open_question
where campaign_id = $campaign
order by place
