-- One row: what the organisers of one campaign say of an affiliation text; null: they say nothing of that.
create temp table answer (
    campaign_id varchar not null,
    text varchar not null,
    country varchar,                    -- ZZ: not to be told
    institution_type varchar,
    institution varchar,
    institution_id varchar
);
