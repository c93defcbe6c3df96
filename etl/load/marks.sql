-- Marks (RFC 2104), made with each secret of the person key in turn, the oldest first: when a secret is added, a mark is
-- marked once more, and who has only earlier ones can make none. pads is a variable of the session: the padded secrets, as
-- etl/person_key.py gives them; without it there are no marks.

create or replace temp macro key_pads() as getvariable('pads')::struct(inner_pad blob, outer_pad blob)[];

create or replace temp macro marked(content, digits, pads) as
    list_reduce(
        pads,
        lambda text, pad: left(sha256(pad.outer_pad || unhex(sha256(pad.inner_pad || encode(text)))), digits),
        content);

create or replace temp macro mark(content) as marked(content, 32, key_pads())::uuid;

-- A shorter mark, 64 bits: that any two of 10 million are equal has a chance of 3 in a million.
create or replace temp macro short_mark(content) as ('0x' || marked(content, 16, key_pads()))::ubigint;

create or replace temp macro marked_again(mark_before) as mark(replace(mark_before::varchar, '-', ''));

create or replace temp macro short_marked_again(mark_before) as short_mark(printf('%016x', mark_before));
