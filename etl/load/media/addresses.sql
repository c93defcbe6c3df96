-- One page, one address: the macro canonical_address, without scheme, as text that only serves to be compared.
-- Of the libraries weighed (docs/decisions/0004) none knows mobile and AMP forms or redirects.

-- What stands in an address only to say where its reader comes from, or in which form the page is wanted. The lists of
-- courlan and ClearURLs, without the names that elsewhere tell pages apart (id, page, source, cid, from).
create or replace temp macro is_idle_parameter(pair) as regexp_full_match(lower(pair), '('
    || 'utm[_-].*|(hsa|pk|piwik|mtm|matomo|fb|ns|at|ga|mc|mkt|sc|trk|wt|wkey|_hs|_x_tr)_.*|_ga|_gl|_hsenc|_hsmi|_openstat'
    || '|(fb|g|d|y|tw|ms|tt)clk?id|gclsrc|li_fat_id|gbraid|wbraid|igsh(id)?|xtor|s?r?ref(errer)?|ref_(src|url)|src|smid'
    || '|smtyp|spm|cmp(id)?|ocid|ncid|icid|s_cid|ito|ftag|tpcc|mbid|traffic_source|soc_(src|trk)|share(d)?|sr_share'
    || '|socialshare|feature|partner|guccounter|guce_.*|hss_channel|vero_(id|conv)|__twitter_impression|wprov'
    || '|amp|amp_.*|usqp|outputtype|(output|view|format|type)=amp|mobile|print(able)?|jsessionid|phpsessid|sid'
    || ')(=.*)?|');

-- The address that a redirect of Google Alerts, a social network or a mail program leads over; others stay as they are.
create or replace temp macro behind_redirect(address) as
    case when regexp_matches(lower(address), '^https?://([^/]*\.)?(google\.[a-z.]+/url|facebook\.com/l\.php|translate\.google'
                  || '\.[a-z.]+/translate|bing\.com/news/apiclick\.aspx|linkedin\.com/redir/redirect|out\.reddit\.com/[^?]*'
                  || '|safelinks\.protection\.outlook\.com/[^?]*|youtube\.com/redirect)\?')
         then coalesce(nullif(
             regexp_extract(url_decode(regexp_extract(address, '[?&](?:url|u|q)=(https?(?:%3A|:)[^&#]+)', 1, 'i')), '.*'), ''),
             address)
         else address end;

-- The publisher's address behind a store of AMP pages, or behind a machine translation by Google.
create or replace temp macro behind_copy(address) as
    case when regexp_matches(address, '^https?://([^/]*\.)?google\.[a-z.]+/amp/', 'i')
         then 'https://' || regexp_replace(address, '^https?://[^/]+/amp/(s/)?', '', 'i')
         when regexp_matches(address, '^https?://[^/]+\.cdn\.ampproject\.org/[civ]/|^https?://cdn\.ampproject\.org/[civ]/', 'i')
         then 'https://' || regexp_replace(address, '^https?://[^/]+/[civ]/(s/)?', '', 'i')
         when regexp_matches(address, '^https?://[^/]+\.translate\.goog(/|$)', 'i')
         then 'https://' || replace(replace(replace(
             regexp_extract(address, '^https?://([^/]+)\.translate\.goog', 1, 'i'), '--', ' '), '-', '.'), ' ', '-')
             || regexp_replace(address, '^https?://[^/]+', '')
         else address end;

create or replace temp macro ascii_host(host) as if(regexp_matches(host, '[^!-~]'), ascii_domain(host), host);

-- The host without its marks of the web, a telephone or AMP, its user, its standard port and its national letters.
create or replace temp macro plain_host(authority) as
    regexp_replace(regexp_replace(ascii_host(regexp_replace(lower(authority), '^.*@|\.?(:(80|443))?$', '', 'g')),
        '^(www\d?|m|mobil|mobile|touch|wap|amp)\.', ''), '\.m\.', '.');

-- The path without the marks of AMP and printing, session, index page and repeated or final strokes, as letters.
create or replace temp macro plain_path(path) as
    rtrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        try(url_decode(path)), ';jsessionid=[^/]*', '', 'i'), '/{2,}', '/', 'g'), '(^|/)(amp|mobile)(/|$)', '\3', 'i'),
        '[.-]amp(\.html?)?$', '\1', 'i'), '/(index|default)\.(html?|php|aspx?)$', '/', 'i'), '/');

-- The parameters that tell pages apart, in the order of the alphabet.
create or replace temp macro plain_query(query) as
    coalesce('?' || nullif(array_to_string(list_sort(list_filter(
        string_split(try(url_decode(replace(query, '&amp;', '&'))), '&'), lambda pair: not is_idle_parameter(pair))), '&'), ''), '');

create or replace temp macro address_of_parts(parts) as
    plain_host(parts.authority) || plain_path(parts.path) || plain_query(parts.query)
    || if(starts_with(parts.fragment, '!'), '#' || parts.fragment, '');

-- A list of one gives a step a name: what a macro takes is written out as often as the macro names it, which is long to plan.
create or replace temp macro canonical_address(address) as
    list_transform([behind_redirect(trim(address))], lambda led:
        list_transform([regexp_extract(behind_copy(led), '^[a-zA-Z]+://([^/?#]*)([^?#]*)\??([^#]*)#?(.*)$',
            ['authority', 'path', 'query', 'fragment'])], lambda parts: address_of_parts(parts))[1])[1];
