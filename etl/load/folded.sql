-- A text without case, accents, punctuation and repeated spaces.
create or replace temp macro folded(content) as
    trim(regexp_replace(
        strip_accents(replace(replace(replace(replace(replace(replace(replace(replace(lower(content),
            'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'æ', 'ae'), 'œ', 'oe'), 'đ', 'd'), 'þ', 'th'), 'ı', 'i')),
        '[^\p{L}\p{N}]+', ' ', 'g'));
