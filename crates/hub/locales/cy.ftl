# Tudalennau'r hwb ei hun. Mae geiriau pob teclyn yn y teclyn.

hub-name = Swansfeet
hub-intro = Offer bach i weithwyr gofal a chymorth. Defnyddiwch nhw yma, neu rhowch nhw ar eich gwefan eich hun gydag un llinell.
hub-widgets = Yr offer
hub-put-on-site = I roi hwn ar eich gwefan eich hun, gludwch y llinell hon lle dylai sefyll:
hub-put-key = Rhowch enw ac allwedd eich ymgyrch i mewn. Cewch y ddau gan y trefnwyr, nid o'r dudalen hon.
hub-gallery = Gweld pob rhan ym mhob cyflwr
hub-home = Yr holl offer
hub-language = Iaith
hub-leave = Gadael y dudalen hon
hub-leave-shift = Neu bwyswch Shift dair gwaith.
hub-needs-script = Mae angen JavaScript ar y dudalen hon, ac mae'n ymddangos ei fod wedi'i ddiffodd. Trowch ef ymlaen yng ngosodiadau eich porwr, yna llwythwch y dudalen eto.

widget-pay-title = Ydw i'n cael y cyflog cywir?
widget-pay-line = Gwelwch a ydych yn cael eich talu am yr holl amser rydych yn gweithio. Mae'r hyn rydych yn ei deipio yn aros ar eich dyfais.
widget-demands-title = Llofnodwch y gofynion
widget-demands-line = Darllenwch yr hyn y mae gweithwyr gofal a chymorth yn gofyn amdano, a rhowch eich enw wrtho. Caiff yr hyn a ysgrifennwch ei selio ar eich dyfais.
widget-meetings-title = Dod o hyd i gyfarfod
widget-meetings-line = Dewch o hyd i gyfarfod gweithwyr gofal a chymorth y gallwch ei gyrraedd, ar-lein neu'n agos atoch. Mae'ch shifftiau a'ch lle yn aros ar eich dyfais.
widget-wellbeing-title = Sut ydych chi?
widget-wellbeing-line = Ychydig o gwestiynau am sut ydych chi, a chymorth ar unwaith. Does dim yn gadael eich dyfais oni bai eich bod am gael eich cyfrif.
widget-steward-title = Yr ail allwedd
widget-steward-line = I’r sawl sy’n dal ail allwedd gwiriad lles: gwaith yr wythnos hon. Mae eich allweddi’n aros ar eich dyfais.

# Yn cael ei ddangos heb sgript ar dudalen y gofynion.
page-signing-needs-script = Mae angen JavaScript i lofnodi. Caiff eich enw a'ch cyfeiriad eu selio ar eich dyfais eich hun cyn cael eu hanfon, fel mai dim ond y trefnwyr all eu darllen. Ni ellir gwneud hynny hebddo.
page-demands-why = Pam: { $why }
page-demands-soon = Ni ellir llofnodi hwn eto.
page-demands-closed = Ni ellir llofnodi hwn mwyach.

# Y tudalennau y tu ôl i'r ddolen yn yr e-bost.
page-link-title = Eich llofnod
page-link-pending = Nid yw eich llofnod yn cael ei gyfrif eto. Pwyswch y botwm i gadarnhau mai eich un chi ydyw.
page-link-counted = Mae eich llofnod wedi'i gadarnhau. Gallwch ei dynnu'n ôl unrhyw bryd.
page-link-confirm = Ie, cyfrwch fy llofnod
page-link-withdraw = Tynnu fy llofnod yn ôl
page-link-withdraw-hint = Bydd popeth a gadwyd ohono yn cael ei ddileu.
page-link-stranger = Nid chi oedd e? Yna peidiwch â gwneud dim, neu tynnwch ef yn ôl yma. Caiff yr hyn nad yw wedi'i gadarnhau ei ddileu ar ôl 7 diwrnod.
page-confirmed-title = Diolch
page-confirmed-now = Mae eich llofnod wedi'i gadarnhau.
page-confirmed-already = Roedd eich llofnod wedi'i gadarnhau o'r blaen. Nid oes angen i chi wneud dim mwy.
page-confirmed-full = Ni ellir cyfrif y llofnod hwn: mae cynifer o bobl ag y caiff ddefnyddio un cyfeiriad e-bost eisoes wedi llofnodi. Gallwch ei dynnu'n ôl isod.
page-withdrawn-title = Mae eich llofnod wedi mynd
page-withdrawn = { $count ->
    [one] Rydym wedi dileu 1 llofnod a phopeth a gadwyd gydag ef.
    [two] Rydym wedi dileu 2 lofnod a phopeth a gadwyd gyda nhw.
   *[other] Rydym wedi dileu { $count } llofnod a phopeth a gadwyd gyda nhw.
}
page-withdrawn-proof = Rydym wedi edrych eto: nid oes dim ar ôl o dan y ddolen hon. Os agorwch hi eto, nid yw'n arwain i unman.
page-withdrawn-copies = Os gadawsoch i bartner gael copi a'i fod eisoes wedi'i nôl, gofynnwch i'r partner hwnnw ei ddileu hefyd.
page-nowhere-title = Nid yw'r ddolen hon yn arwain i unman
page-nowhere = Efallai i'r llofnod gael ei dynnu'n ôl, neu na chafodd ei gadarnhau o fewn 7 diwrnod. Os ydych am lofnodi, llenwch y ffurflen eto a chewch ddolen newydd.
page-failed-title = Wnaeth hynny ddim gweithio
page-failed = Nid oes dim wedi newid. Rhowch gynnig arall arni ymhen munud.

# Yr e-bost.
mail-subject = Cadarnhewch eich cyfeiriad e-bost
mail-asked = Rhoddodd rhywun, chi mae'n debyg, y cyfeiriad e-bost hwn ar wefan.
mail-press = I gadarnhau mai chi oedd e, agorwch y dudalen hon a phwyswch y botwm:
mail-take-back = Cadwch y neges hon. Ar yr un dudalen gallwch dynnu popeth yn ôl yn nes ymlaen.
mail-not-you = Nid chi oedd e? Yna peidiwch â gwneud dim. Caiff popeth ei ddileu ar ôl 7 diwrnod.

# Cyfarfodydd: y rhestr, ac un ohonynt.
meetings-search = Chwilio
meetings-how = Sut i fod yno
meetings-any-way = Unrhyw ffordd
meetings-find = Chwilio
meetings-none = Nid oes cyfarfodydd sy'n cyfateb ar hyn o bryd.
meetings-pages = Rhagor o gyfarfodydd
meetings-before = Rhai cynharach
meetings-more = Rhai diweddarach
meetings-subscribe = Rhoi'r cyfarfodydd hyn yn fy nghalendr
meetings-subscribe-hint = Rhowch y ddolen hon i'ch calendr fel tanysgrifiad. Bydd yn ei ddiweddaru ei hun wedyn.
meetings-old = Nid oedd modd diweddaru'r cyfarfodydd o { $source }. Maent fel yr oeddent ar { $date }, { $hours ->
    [0] lai nag awr yn ôl
    [one] 1 awr yn ôl
   *[other] { $hours } awr yn ôl
}.
meetings-never = Nid oedd modd llwytho'r cyfarfodydd o { $source } eto.

meeting-day = { $weekday } { $date }
meeting-date = { $day }, { $from }
meeting-date-to = { $day }, { $from } tan { $to }
meeting-date-in = { $date } (amser { $place })
meeting-date-cancelled = { $date }: wedi'i ganslo
meeting-date-moved = { $date } (yn lle { $before })
meeting-date-note = { $date }. { $note }
meeting-cancelled = Mae'r cyfarfod hwn wedi'i ganslo.
meeting-tentative = Nid yw'n sicr eto a fydd y cyfarfod hwn yn digwydd.
meeting-dates = Dyddiadau nesaf
meeting-over = Nid oes rhagor o ddyddiadau.
meeting-calendar = Ei roi yn fy nghalendr
meeting-facts = Am y cyfarfod hwn
meeting-join = Sut i ymuno
meeting-just-come = Nid oes angen gwybod dim ymlaen llaw. Dewch draw.
meeting-ask = Dangos sut i ymuno
meeting-ask-hint = Dim ond i bobl sy'n gofyn y mae'r trefnwyr yn dangos hyn. Ni ddywedir wrth neb eich bod wedi gofyn.
meeting-too-many = Mae gormod o bobl wedi gofyn ar unwaith. Rhowch gynnig arall arni ymhen munud.
meeting-address = Ble mae: { $address }
meeting-phone = Dros y ffôn:
meeting-page = Rhagor am y cyfarfod hwn
meeting-online = Ar-lein
meeting-in-person = Wyneb yn wyneb
meeting-hybrid = Ar-lein neu wyneb yn wyneb
meeting-in-person-at = Wyneb yn wyneb: { $room }
meeting-hybrid-at = Ar-lein neu wyneb yn wyneb: { $room }
meeting-organiser = Trefnir gan { $organiser }
meeting-union = I aelodau { $union }
meeting-roles = I: { $roles }
meeting-languages = Ieithoedd: { $languages }
meeting-women = I fenywod yn unig
meeting-nowhere-title = Nid oes dim yma
meeting-nowhere = Nid yw'r cyfarfod neu'r rhestr hon yma, neu nid yw yma mwyach. Os rhoddodd rhywun y ddolen i chi, gofynnwch am un newydd.

weekday-mon = Dydd Llun
weekday-tue = Dydd Mawrth
weekday-wed = Dydd Mercher
weekday-thu = Dydd Iau
weekday-fri = Dydd Gwener
weekday-sat = Dydd Sadwrn
weekday-sun = Dydd Sul

role-home-care = gweithwyr gofal cartref
role-care-home = gweithwyr cartrefi gofal
role-support-worker = gweithwyr cymorth
role-personal-assistant = cynorthwywyr personol
role-day-community = gweithwyr dydd a chymuned
role-draws-on-support = pobl sy'n cael cymorth
role-family = teulu a ffrindiau

access-step-free = Dim grisiau
access-bsl = Iaith Arwyddion Prydain
access-captions = Capsiynau
access-childcare = Gofal plant
access-quiet = Tawel

spoken-en = Saesneg
spoken-cy = Cymraeg
spoken-bsl = Iaith Arwyddion Prydain
spoken-pl = Pwyleg
spoken-ro = Rwmaneg
spoken-ar = Arabeg
spoken-ur = Wrdw
spoken-bn = Bengaleg
spoken-pa = Pwnjabeg
spoken-gu = Gwjarati
spoken-fr = Ffrangeg
spoken-es = Sbaeneg
spoken-pt = Portiwgaleg
spoken-so = Somaleg
spoken-tl = Tagalog
spoken-yo = Iorwba
spoken-sn = Shona
spoken-hi = Hindi

# Tudalennau trefnydd, y tu ôl i ddolen gyfrinachol.
organise-title = Eich cyfarfodydd
organise-secret = Gall pwy bynnag sydd â chyfeiriad y dudalen hon newid y cyfarfodydd hyn. Cadwch ef i chi'ch hun.
organise-add = Ychwanegu cyfarfod
organise-edit = Newid cyfarfod
organise-own = Cyfarfodydd y gallwch eu newid
organise-none = Nid oes dim eto.
organise-look = Gweld y rhestr fel y mae eraill yn ei gweld
organise-back = Yn ôl at eich cyfarfodydd
organise-saved = Wedi'i gadw.
organise-date-done = Mae'r dyddiad wedi'i newid.
organise-cancelled = Mae'r cyfarfod wedi'i ganslo. Mae'n aros yn y rhestr, wedi'i nodi fel wedi'i ganslo, fel bod pobl yn clywed.
organise-revived = Mae'r cyfarfod yn digwydd eto.
organise-removed = Mae'r cyfarfod wedi'i dynnu. Dywedir wrth galendrau am 30 diwrnod ei fod wedi'i ganslo.
organise-meanwhile = Mae rhywun arall wedi newid y cyfarfod hwn yn y cyfamser. Edrychwch arno mewn ffenestr arall. Os cadwch nawr, bydd eich un chi'n cymryd ei le.
organise-error-prefix = Gwall:
organise-too-long = Mae hwn yn rhy hir. Dywedwch ef mewn llai o eiriau.
organise-not-kept = Ni allwn gadw hwn fel y mae. Ysgrifennwch ef mewn ffordd arall.
organise-errors = Edrychwch ar y rhain eto
organise-what = Beth ydyw
organise-name = Enw'r cyfarfod
organise-name-missing = Rhowch enw i'r cyfarfod.
organise-about = Am beth y mae
organise-times = Pryd y mae
organise-when = Pryd, yn Saesneg
organise-when-hint = Er enghraifft: every Tuesday at 7.30pm. Neu: first Tuesday of the month at 7.30pm. Neu: 14 March 2027 at 2pm.
organise-when-missing = Dywedwch pryd y mae'r cyfarfod. Er enghraifft: every Tuesday at 7.30pm.
organise-when-no-time = Dywedwch faint o'r gloch hefyd. Er enghraifft: every Tuesday at 7.30pm.
organise-when-over = Nid oes yr un dyddiad o hyn eto i ddod. Ysgrifennwch ddiwrnod arall, neu'r flwyddyn gydag ef: 14 March 2027 at 2pm.
organise-rule-wrong = Nid oedd modd darllen y rheol hon wrth “{ $part }”. Ysgrifennwch mewn geiriau: first Tuesday of the month at 7.30pm.
organise-first = Diwrnod cyntaf
organise-first-hint = Mae'r dyddiadau'n dechrau ar y diwrnod hwn neu wedyn. Os gadewch ef yn wag, maent yn dechrau heddiw.
organise-first-wrong = Ysgrifennwch y diwrnod cyntaf fel blwyddyn, mis, diwrnod: 2026-11-30.
organise-year-wrong = Ysgrifennwch y flwyddyn â phedwar ffigur: 2026. Rydym yn adnabod y blynyddoedd o 1900 i 2200.
organise-minutes = Sawl munud y mae'n para
organise-minutes-hint = Er enghraifft: 60. Gallwch adael hwn yn wag.
organise-minutes-wrong = Ysgrifennwch yr hyd mewn munudau, fel rhif: 60.
organise-zone = Cloc
organise-zone-hint = Gadewch ef fel Europe/London oni bai bod y cyfarfod yn dilyn cloc arall.
organise-zone-wrong = Nid oes cloc o'r enw hwnnw. Europe/London sydd ei angen ar y rhan fwyaf o gyfarfodydd.
organise-show = Dangos dyddiadau
organise-next = Y dyddiadau nesaf fyddai
organise-next-none = Nid oes dyddiadau ar ôl.
organise-look-first = Nid oes dim wedi'i gadw eto. Edrychwch ar y dyddiadau hyn yn gyntaf.
organise-lost = Newidioch chi'r dyddiadau hyn. Byddai'r newidiadau'n diflannu
organise-idle = Nid oes cyfarfod ar y dyddiau hyn, felly nid oes dim i'w adael allan. Os ydych yn golygu dyddiau eraill, newidiwch y geiriau
organise-save-dates = Cadw'r dyddiadau hyn
organise-where = Ble y mae
organise-link = Dolen i ymuno
organise-link-hint = Mae'n dechrau gyda https://
organise-link-wrong = Nid dolen yw hon. Mae'n dechrau gyda https:// a gellir ei chopïo o'r bar cyfeiriad.
organise-phone = Rhif ffôn i ymuno
organise-phone-wrong = Nid rhif ffôn yw hwn. Ysgrifennwch ef fel hyn: 0113 496 0000.
organise-note = Beth mae angen i bobl ei wybod i ymuno
organise-note-hint = Er enghraifft cod, neu ba gloch i'w chanu.
organise-withhold = Dangos dolen, rhif a nodyn dim ond i bobl sy'n gofyn
organise-venue = Enw'r lle
organise-address = Stryd a thref
organise-postcode = Cod post
organise-postcode-hint = Er enghraifft: LS1 4AP. Gydag ef, gall pobl weld pa mor bell ydyw.
organise-postcode-wrong = Nid cod post yw hwn. Ysgrifennwch ef fel hyn: LS1 4AP.
organise-withhold-venue = Dangos y cyfeiriad dim ond i bobl sy'n gofyn
organise-who = I bwy y mae
organise-organiser = Pwy sy'n ei drefnu
organise-page = Tudalen amdano
organise-roles = Mae i (gadewch y cyfan yn wag os yw i bawb)
organise-union = Dim ond i aelodau'r undeb hwn
organise-union-hint = Gadewch ef yn wag os caiff pawb ddod.
organise-languages = Ieithoedd a siaredir
organise-languages-hint = Dwy lythyren yr un: en, cy, pl.
organise-languages-wrong = Ysgrifennwch ieithoedd â dwy lythyren yr un: en, cy, pl.
organise-access = Beth sydd yno
organise-save = Cadw
organise-single = Dyddiadau unigol
organise-single-hint = Yma rydych yn newid un dyddiad ac yn gadael y lleill fel y maent.
organise-change-date = Newid y dyddiad hwn
organise-date-note = Nodyn byr i bobl, os hoffech
organise-cancel-date = Canslo'r dyddiad hwn
organise-skip-date = Gadael y dyddiad hwn allan
organise-move-day = Diwrnod newydd
organise-move-time = Amser newydd
organise-move-date = Symud y dyddiad hwn
organise-move-wrong = Rhowch y diwrnod newydd a'r amser newydd.
organise-move-over = Mae'r amser hwn ar ben. Rhowch ddiwrnod ac amser sydd eto i ddod.
organise-date-meanwhile = Mae rhywun arall wedi newid y cyfarfod hwn yn y cyfamser. Edrychwch ar y dyddiad hwn eto. Yna pwyswch y botwm sydd ei angen arnoch unwaith yn rhagor.
organise-undo = Dadwneud
organise-skipped = { $date }: wedi'i adael allan
organise-all = Y cyfarfod cyfan
organise-cancel-all = Canslo'r cyfarfod cyfan
organise-cancel-all-hint = Mae'n aros yn y rhestr, wedi'i nodi fel wedi'i ganslo, fel bod pobl yn clywed.
organise-revive = Mae'n digwydd eto
organise-remove = Ei dynnu o'r rhestr
organise-remove-hint = Dywedir wrth galendrau am 30 diwrnod ei fod wedi'i ganslo. Ni ellir dadwneud hyn.

# Yr hyn na ddeallwyd o'r amser a ysgrifennwyd mewn geiriau.
phrase-unknown = Ni ddeallwyd “{ $what }”. Ysgrifennwch fel hyn: { $example }.
phrase-am-or-pm = Ai yn y bore neu gyda'r nos y mae “{ $what }”? Ysgrifennwch fel hyn: { $example }.
phrase-no-day = Ar ba ddiwrnod y mae? Ysgrifennwch fel hyn: { $example }.
phrase-never = Nid oes dyddiad o'r fath: “{ $what }”. Ysgrifennwch fel hyn: { $example }.
phrase-twice = Dywedir “{ $what }” ddwywaith. Ysgrifennwch fel hyn: { $example }.
phrase-no-time = Nid oes amser o'r fath: “{ $what }”. Ysgrifennwch fel hyn: { $example }.
phrase-which-date = Pa ddyddiad yw “{ $what }”? Ysgrifennwch fel hyn: { $example }.
phrase-weekday = Nid yw'r diwrnod a'r dyddiad yn cyd-fynd: { $what }. Ysgrifennwch fel hyn: { $example }.
phrase-once-or-often = Ai unwaith, neu dro ar ôl tro: “{ $what }”? Ysgrifennwch fel hyn: { $example }.
phrase-backwards = Mae'r dyddiad olaf, { $what }, cyn y cyntaf. Ysgrifennwch fel hyn: { $example }.
phrase-two-things = Mae hyn yn fwy nag un cyfarfod: “{ $what }”. Ychwanegwch un ar gyfer pob un, fel hyn: { $example }.
