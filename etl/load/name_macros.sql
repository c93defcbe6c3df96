-- What a name is reduced to, so that one person's ways to write it are one form. Temporary: nothing of this is kept in the
-- warehouse. nicknames (map: nickname → name) and nickname_pattern are variables, set by nicknames.sql.

-- Letters of the Greek and Cyrillic alphabets in Latin ones, as passports of Greece and Bulgaria write them, nearly.
create or replace temp macro latin(content) as
    case when regexp_matches(content, '[\p{Greek}\p{Cyrillic}]') then translate(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            strip_accents(lower(content)), 'ου', 'u'), 'θ', 'th'), 'ξ', 'x'), 'ψ', 'ps'), 'ж', 'zh'), 'ц', 'ts'),
            'ч', 'ch'), 'ш', 'sh'), 'щ', 'sht'), 'ю', 'yu'), 'я', 'ya'), 'ь', ''), 'є', 'ye'),
        'αβγδεζηικλμνοπρσςτυφχωабвгдезийклмнопрстуфхъыэіј',
        'avgdeziiklmnoprsstyfhoabvgdeziiklmnoprstufhayeij')
    else content end;

-- Words without what transliterations differ in: Müller and Mueller, Yuri and Jurij, Filip and Philipp.
create or replace temp macro plain_letters(content) as
    translate(replace(replace(replace(replace(replace(replace(replace(replace(content,
        'ae', 'a'), 'oe', 'o'), 'ue', 'u'), 'ou', 'u'), 'ph', 'f'), 'th', 't'), 'kh', 'h'), 'ch', 'h'), 'yjwcq', 'iivkk');

create or replace temp macro single_letters(content) as
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(content, 'aa', 'a'), 'bb', 'b'), 'dd', 'd'), 'ee', 'e'), 'ff', 'f'), 'gg', 'g'),
    'ii', 'i'), 'kk', 'k'), 'll', 'l'), 'mm', 'm'), 'nn', 'n'), 'oo', 'o'), 'pp', 'p'), 'rr', 'r'), 'ss', 's'), 'tt', 't'),
    'uu', 'u'), 'vv', 'v'), 'zz', 'z');

-- "Lovelace, Ada" is "Ada Lovelace"; what follows a comma may also be a title, which goes later, as do blanks.
create or replace temp macro given_name_first(content) as split_part(content, ',', 2) || ' ' || split_part(content, ',', 1);

-- A name in its own order, in Latin letters.
create or replace temp macro written_name(content) as latin(given_name_first(regexp_replace(content, '[''’`´]', '', 'g')));

-- Without titles, degrees and particles: 'ada lovelake'.
create or replace temp macro spelt(written) as
    trim(single_letters(plain_letters(regexp_replace(
        folded(written),
        '\b(ph d|d phil|m d|m sc|b sc|h c|phd|md|msc|bsc|mba|prof|professor|professorin|profesor|dr|drs|dott|dipl|ing|inz'
        || '|mag|mgr|habil|hab|rer nat|rer pol|med|jur|phil|emeritus|emerita|mr|mrs|ms|miss|mme|monsieur|madame|herr|frau'
        || '|sir|dame|lord|lady|rev|jr|sr|ii|iii|esq|von|van|der|den|de|del|della|di|da|dos|ter|zu|zur)\b ?', '', 'g'))));

create or replace temp macro spelt_name(content) as spelt(written_name(content));

-- The words of a spelt name, the name itself for a nickname: [ada, lovelake].
create or replace temp macro name_words(spelt) as
    case when regexp_matches(spelt, getvariable('nickname_pattern'))
         then list_transform(string_split(spelt, ' '), lambda word: coalesce(getvariable('nicknames')[word], word))
         else string_split(spelt, ' ') end;

create or replace temp macro sorted_words(words) as array_to_string(list_sort(words), ' ');

-- "Prof. Dr. Ada Lovelace, Ph.D." and "LOVELACE Ada" are one form. The list of one gives the spelt name a name: `nullif` alone
-- would write it out twice, and planning would take four times as long.
create or replace temp macro name_form(content) as
    list_transform([spelt_name(content)], lambda spelt:
        coalesce(nullif(sorted_words(string_split(spelt, ' ')), ''), lower(trim(content))))[1];
