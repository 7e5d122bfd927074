### Dod o hyd i gyfarfod, yn Gymraeg. Brawddegau byr, geiriau bob dydd.

## Around the list

widget-title = Dod o hyd i gyfarfod
heading = Dewch o hyd i gyfarfod y gallwch ei gyrraedd
loading = Arhoswch eiliad…
failed = Ni allwn gael y cyfarfodydd ar hyn o bryd.
failed-offline = Nid oes gennych gysylltiad, felly ni allwn gael y cyfarfodydd.
failed-some = Ni allwn gael pob cyfarfod ar hyn o bryd.
failed-note = Rhowch gynnig arall arni ymhen ychydig.
empty = Nid oes cyfarfodydd yma eto.
from-copy = Dyma'r rhestr o { $date }. Ni allwn gael un fwy newydd ar hyn o bryd.
source-old = Ni allem gyrraedd “{ $name }”. Daw ei gyfarfodydd o { $date }.
source-none = Ni allem gyrraedd “{ $name }”.

found = { $few ->
    [0] Dim cyfarfodydd wedi'u canfod.
    [1] Un cyfarfod wedi'i ganfod.
   *[other] { $count } cyfarfod wedi'u canfod.
}
found-fit = { $few ->
    [0] Nid oes yr un ohonynt yn ffitio'ch shifftiau.
    [1] Mae un ohonynt yn ffitio'ch shifftiau.
   *[other] Mae { $fit } ohonynt yn ffitio'ch shifftiau.
}
none-found = Rhowch gynnig ar lai o hidlwyr, neu air arall.
clear = Clirio pob hidlydd
show-more = Dangos mwy o gyfarfodydd
view-name = Sut y dangosir y cyfarfodydd
view-list = Rhestr
view-week = Wythnos

## Search and place

search-label = Chwilio
search-hint = Enw, tref neu iaith.
near-label = Eich cod post neu'ch tref
near-hint = Mae'n aros ar y ddyfais hon.
near-unknown = Nid ydym yn adnabod y lle hwn. Rhowch gynnig ar god post, fel LS1 4AP, neu'r dref fawr agosaf.
near-rough = Mae'r milltiroedd o { $place }, ac yn gywir i tua { $miles } milltir.
near-from = Mae'r milltiroedd o { $place }.

## Shifts

shifts-add = Ychwanegu fy shifftiau
shifts-change = Newid fy shifftiau
shifts-heading = Pryd ydych chi'n gweithio?
shifts-lead = Yna gallwn ddangos pa gyfarfodydd y gallwch eu cyrraedd. Mae'ch shifftiau'n aros ar y ddyfais hon. Nid ydym yn eu hanfon, ac maent yn mynd pan fyddwch yn cau'r dudalen hon.
shifts-label = Eich shifftiau
shifts-hint = Un diwrnod ar bob llinell, fel “Mon 7am-3pm” neu “Fri 10pm-8am”. Gallwch ludo rota. Ar gyfer rota o fwy o wythnosau, ysgrifennwch “week 1:” uwchben ei dyddiau.
shifts-file = Neu agor ffeil galendr (.ics)
shifts-file-read = { $count ->
    [one] Darllenwyd un shifft o'r ffeil.
   *[other] Darllenwyd { $count } shifft o'r ffeil.
}
shifts-file-opened = Rydym yn darllen y ffeil.
shifts-file-bad = Ni allem ddarllen y ffeil hon. Dylai fod yn ffeil galendr sy'n gorffen gyda .ics. Os felly, gwiriwch eich signal ac agorwch hi eto.
shifts-next = Eich shifftiau nesaf, fel rydym yn eu darllen
shifts-bad = Ni allwn ddarllen unrhyw shifft yn hyn. Ysgrifennwch ddiwrnod a'i amserau, fel “Mon 7am-3pm”.
shifts-line = Llinell { $line }: { $what }
shifts-note-bad = gadawsom “{ $text }” allan. Ysgrifennwch fel “Mon 7am-3pm”.
shifts-note-code = nid ydym yn gwybod beth mae “{ $text }” yn ei olygu. Ysgrifennwch yr amserau, fel “Mon 7am-3pm”.
shifts-note-times = mae amserau ar goll yn “{ $text }”, felly gadawsom ef allan. Ysgrifennwch nhw, neu “off”.
shifts-note-date = nid oes diwrnod o'r fath â “{ $text }”.
shifts-note-half = dyfalom am neu pm ar gyfer “{ $text }”. Ysgrifennwch nhw os yw'r amserau isod yn anghywir.
shifts-note-long = mae “{ $text }” yn hwy na 16 awr. A yw hynny'n iawn?
shifts-note-year = cymerom y flwyddyn agosaf ar gyfer “{ $text }”.
shifts-note-weekday = mae “{ $text }” yn ddiwrnod arall o'r wythnos. Cymerom y dyddiad.
shifts-note-first = cymerom yr wythnos hon fel wythnos 1, neu heddiw fel diwrnod 1. Ysgrifennwch “from” a dyddiad os yw hynny'n anghywir.
shifts-note-limits = nid ydym yn defnyddio'r dyddiad y mae “{ $text }” yn dechrau neu'n gorffen.
shifts-note-whole = nid oes amserau gan “{ $text }” yn y ffeil, felly gadawsom ef allan.
shifts-more = Rhagor o nodiadau, heb eu dangos: { $count }
shifts-left-out = { $count ->
    [one] Ni allem ddarllen un llinell o'ch shifftiau, felly gadawyd hi allan.
   *[other] Ni allem ddarllen { $count } llinell o'ch shifftiau, felly gadawyd nhw allan.
}
journey-label = Pa mor hir yw'ch ffordd i gyfarfod?
journey-none = Dim amser, neu ar-lein yn unig
journey-minutes = { $minutes } munud
rest-label = Pa mor hir ydych chi'n cysgu ar ôl shifft nos?
rest-hours = { $hours } awr
shifts-use = Dangos cyfarfodydd sy'n ffitio
shifts-forget = Anghofio fy shifftiau

## Filters


no-matter = Nid oes ots
filters = Hidlwyr
filters-on = Hidlwyr ({ $count } ymlaen)
filter-how = Ble
how-online = Ar-lein
how-in-person = Wyneb yn wyneb
how-hybrid = Y ddau ar unwaith
filter-day = Diwrnod
filter-part = Amser o'r dydd
part-morning = Bore
part-afternoon = Prynhawn
part-evening = Noswaith
part-night = Nos
filter-role = Ar gyfer pwy
role-home-care = Gweithwyr gofal cartref
role-care-home = Gweithwyr cartrefi gofal
role-support-worker = Gweithwyr cymorth
role-personal-assistant = Cynorthwywyr personol
role-day-community = Gweithwyr dydd a chymunedol
role-draws-on-support = Pobl sy'n defnyddio cymorth
role-family = Teulu a ffrindiau
filter-open = Pwy all ddod
open-all = Unrhyw un
open-union-name = Aelodau { $union }
filter-language = Iaith
filter-access = Yr hyn sydd ei angen arnaf
access-step-free = Dim grisiau
access-bsl = Iaith Arwyddion Prydain
access-captions = Capsiynau
access-childcare = Gofal plant
access-quiet = Ystafell dawel
filter-women = Cyfarfodydd menywod
women-only = I fenywod yn unig
women-hide = Gadael allan gyfarfodydd i fenywod yn unig
filter-often = Pa mor aml
often-weekly = Bob wythnos
often-once = Unwaith yn unig
filter-miles = Pa mor bell
miles-any = Unrhyw bellter
miles-most = Hyd at { $miles } milltir
filter-fits = Dim ond cyfarfodydd sy'n ffitio fy shifftiau

## One meeting

reason-fits = Yn ffitio'ch shifftiau
reason-fits-online = Yn ffitio os ymunwch ar-lein
reason-late = Byddwch yn colli'r { $minutes } cyntaf
reason-early = Rhaid i chi adael { $minutes } yn gynnar
reason-missed-shift = Rydych yn y gwaith bryd hynny
reason-missed-journey = Nid oes amser i deithio
reason-missed-sleep = Mae angen i chi gysgu bryd hynny
reason-part-online = Os ymunwch ar-lein
reason-fits-later = Yn ffitio ar { $day }
reason-alike = Wedi'i sillafu'n debyg
reason-now = Mae ymlaen nawr
reason-miles = { $miles ->
    [0] Llai nag 1 filltir i ffwrdd
    [1] 1 filltir i ffwrdd
   *[other] { $miles } milltir i ffwrdd
}
reason-miles-rough = { $miles ->
    [1] Tua 1 filltir i ffwrdd
   *[other] Tua { $miles } milltir i ffwrdd
}
reason-miles-within = O fewn tua { $miles } milltir
reason-language = Yn { $language }
when = { $day }, { $time }
when-also = { $time } yn y DU
every-day = Bob dydd
every-week = Bob wythnos ar { $days }
every-other-week = Bob yn ail wythnos ar { $days }
every-n-weeks = Bob { $n } wythnos ar { $days }
every-month = { $days } bob mis
month-nth = { $day }, y { $nth }
month-day = diwrnod { $day }
month-last-day = y diwrnod olaf
every-other = Ar fwy o ddyddiadau
nth-1 = cyntaf
nth-2 = ail
nth-3 = trydydd
nth-4 = pedwerydd
nth-5 = pumed
nth--1 = olaf
nth--2 = olaf ond un
cancelled = Wedi'i ganslo
cancelled-all = Wedi'i ganslo am byth
moved = Wedi'i symud
tentative = Ddim yn sicr eto
twin = Gall hwn fod yr un fath â “{ $title }”.
details = Mwy amdano
details-full = Mwy amdano: { $title }
about-who = Trefnir gan { $name }
about-page = Ei dudalen ei hun
about-address = Ble
about-languages = Siaredir
about-access = Beth sydd yno
about-roles = Ar gyfer
about-next = Dyddiadau nesaf
join-heading = Sut i ymuno
join-link = Ymuno ar-lein
join-phone = Ffonio { $phone }
join-none = Nid yw'r trefnydd wedi dweud sut. Edrychwch ar ei dudalen ei hun, neu gofynnwch.
join-ask = Dangos sut i ymuno
join-ask-note = Nid oes rhaid i chi ddweud pwy ydych chi.
join-asking = Arhoswch eiliad…
join-failed = Ni allwn gael hyn ar hyn o bryd. Rhowch gynnig arall arni.
new-tab = yn agor mewn tab newydd

## Calendar

calendar-heading = Ei roi yn fy nghalendr
calendar-date = Y dyddiad hwn
calendar-series = Ei holl ddyddiadau
calendar-google = Google
calendar-outlook = Outlook
calendar-failed = Nid yw'r porwr hwn yn rhoi ffeiliau yma. Rhowch gynnig ar y ddolen i Google neu Outlook.
subscribe = Dilyn y rhestr hon yn fy nghalendr
subscribe-hint = Mae'ch calendr yn gofyn i'n gweinydd am ddyddiadau newydd. Mae'n dysgu'ch hidlwyr, nid pwy ydych chi.

## The list as a whole

share = Copïo dolen i'r rhestr hon
share-done = Mae'r ddolen wedi'i chopïo. Mae'n cynnwys eich hidlwyr, nid eich lle na'ch shifftiau.
share-failed = Nid yw'r porwr hwn yn copïo. Cyfeiriad y dudalen hon yw'r ddolen.
print = Argraffu'r rhestr hon
print-title = Cyfarfodydd
print-failed = Nid yw'r porwr hwn yn agor tudalen i'w hargraffu yma.
keep-label = Heb signal
keep = Cadw'r rhestr hon ar y ddyfais hon
keep-hint = Yna gallwch edrych arni heb signal. Ticiwch hyn ar eich ffôn eich hun yn unig.
keep-failed = Nid yw'r porwr hwn yn gadael i ni ei chadw yma.

## Week

week-of = Wythnos o { $date }
week-before = Wythnos ynghynt
week-after = Wythnos wedyn
week-nothing = Dim ar y diwrnod hwn.
week-more = { $count ->
    [one] Un arall ar y diwrnod hwn.
   *[other] { $count } arall ar y diwrnod hwn. Mae hidlwyr yn dangos llai.
}

## Days and times

day-1 = dydd Llun
day-2 = dydd Mawrth
day-3 = dydd Mercher
day-4 = dydd Iau
day-5 = dydd Gwener
day-6 = dydd Sadwrn
day-7 = dydd Sul
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr
day-of-month = { $weekday } { $day } { $month }
time-to = { $from } i { $to }
time-am = { $hour }.{ $minute }yb
time-pm = { $hour }.{ $minute }yh
time-am-sharp = { $hour }yb
time-pm-sharp = { $hour }yh
time-noon = 12 hanner dydd
time-midnight = hanner nos
list-and = { $first } a { $last }

## Languages

language-en = Saesneg
language-cy = Cymraeg
language-pl = Pwyleg
language-ro = Rwmaneg
language-pt = Portiwgaleg
language-es = Sbaeneg
language-pa = Pwnjabeg
language-ur = Wrdw
language-bn = Bengaleg
language-gu = Gwjarati
language-ta = Tamil
language-hi = Hindi
language-ml = Malayalam
language-ar = Arabeg
language-so = Somaleg
language-yo = Iorwba
language-sn = Shona
language-tl = Ffilipineg
language-fr = Ffrangeg
language-de = Almaeneg
language-it = Eidaleg
language-lt = Lithwaneg
language-lv = Latfieg
language-sk = Slofaceg
language-uk = Wcreineg
language-ru = Rwsieg
language-bg = Bwlgareg
language-gd = Gaeleg yr Alban
language-ga = Gwyddeleg
language-bfi = Iaith Arwyddion Prydain
