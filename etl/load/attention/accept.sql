-- Every readable observation. A source that does not name itself goes by its format.
insert into attention_observation
select
    $campaign_id, $file_id, line, part,
    coalesce(source, $format),
    coalesce(observed_moment, cast($dated_at as timestamptz)),
    coalesce(span, ''),
    coalesce(cast(observed_moment as date), cast($dated_on as date)),
    if(country is null, null, coalesce((select code from meaning where about = 'country' and text = country), 'ZZ')),
    cast(mentions as bigint),
    cast(articles as bigint)
from record
anti join fault using (line, part);
