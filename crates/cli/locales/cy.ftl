### Yr hyn y mae'r llinell orchymyn yn ei ddweud ei hun.

## Canlyniad un gwiriad, i bobl

text-meets = Mae'r cyflog sy'n cyfrif o leiaf yn cyrraedd yr isafswm cyfreithiol.
text-short = { $shortfall } yn is na'r isafswm cyfreithiol. Yn ddyledus heddiw: { $arrears }.
text-short-settled = { $shortfall } yn is na'r isafswm cyfreithiol. Mae wedi'i dalu ers hynny.
text-unknown = Does dim digon o wybodaeth i ddweud. Gweler yr hyn sydd ddim yn hysbys.
text-average = Mae hynny'n { $average } am bob awr sy'n cyfrif; { $rate } yw'r isafswm.
text-steps = Sut y gweithiwyd hyn allan
text-gaps = Beth sydd ddim yn hysbys, a beth allai newid
text-readings = Ffyrdd eraill o'i ddarllen
text-references = I'w gymharu
text-tax-relief = Efallai y gallwch hawlio rhyddhad treth ar { $difference } o filltiroedd. Gan CThEF y daw hynny, ac nid yw'n rhan o'ch cyflog.
text-newer-due = mae disgwyl un newydd
text-not-known = ddim yn hysbys
text-status = { $status ->
    [secondary] heb ei ddarllen ar dudalen swyddogol
    [single_secondary] wedi'i ddarllen mewn un lle yn unig, nid tudalen swyddogol
    [not_found] heb ddod o hyd i ffynhonnell
   *[verified] wedi'i gadarnhau
}
text-case = Achos { $id }
text-error = { $field }: { $message }

## Cyfraddau, i bobl

rates-on = Cyfraddau mewn grym ar { $date }
rates-none = Does dim cyfraddau yma ar gyfer { $date }.
rates-no-minimum = Nid yw'r isafswm cyfreithiol ar gyfer { $date } yn hysbys yma.
rate-minimum-wage = Isafswm cyfreithiol
rate-apprentice = Isafswm cyfreithiol, prentisiaid
rate-accommodation-offset = Gwrthbwyso llety
rate-living-wage-uk = Cyflog Byw Go Iawn, y DU
rate-living-wage-london = Cyflog Byw Go Iawn, Llundain
rate-care-minimum-scotland = Isafswm gofal cymdeithasol, yr Alban
rate-care-minimum-wales = Isafswm gofal cymdeithasol, Cymru
rate-hmrc-mileage-first-10000 = Milltiroedd CThEF, y 10,000 milltir gyntaf
rate-hmrc-mileage-over-10000 = Milltiroedd CThEF, ar ôl hynny
rates-age-from = { $age } oed a hŷn
rates-age-between = { $age } i { $to } oed
rates-age-under = o dan { $age } oed
rates-per = { $per ->
    [day] y dydd
    [mile] y filltir
   *[hour] yr awr
}
rates-since = ers { $date }

## Beth all fod o'i le ar y mewnbwn

error-empty = Does dim i'w wirio yn { $source }. Rhowch un achos mewn JSON ar bob llinell.
error-cannot-read = Ni ellir darllen { $source }: { $why }.
error-cannot-write = Ni ellir ysgrifennu'r atebion: { $why }.
error-line-too-long = Mae gan y llinell hon fwy na { $most } beit. Rhowch un achos ar bob llinell.
error-not-utf8 = Nid testun UTF-8 yw'r llinell hon (o feit { $byte }). Cadwch y ffeil fel UTF-8.
error-not-json = Nid JSON yw'r llinell hon (gweler colofn { $column }). Rhowch un achos mewn cromfachau cyrliog ar bob llinell.
error-unknown-field = Does dim maes o'r enw hwn. Gweler "swansfeet pay schema".
error-unknown-field-nearest = Does dim maes o'r enw hwn. Ai "{ $nearest }" oedd gennych mewn golwg?
error-missing = Mae angen hwn. Ychwanegwch ef.
error-given-twice = Mae hwn yno ddwywaith. Cadwch un.
error-given-both = Mae hwn a "{ $other }" yn dweud yr un peth. Cadwch un ohonyn nhw.
error-not-object = Rhaid i hwn fod mewn cromfachau cyrliog, fel {"{"}"from": "2026-10-01"{"}"}.
error-not-list = Rhaid i hwn fod yn rhestr mewn cromfachau sgwâr.
error-not-number = Nid rhif yw hwn. Ysgrifennwch ef fel 12.50 neu "12.50", heb arwyddion na chomas.
error-not-whole = Nid rhif cyfan yw hwn. Ysgrifennwch ef fel 35.
error-not-date = Nid dyddiad yw hwn. Ysgrifennwch ef fel "2026-10-01": blwyddyn, mis, diwrnod.
error-not-time = Nid amser yw hwn. Ysgrifennwch ef fel "07:30".
error-not-yes-no = Ysgrifennwch true neu false yma.
error-not-id = Ysgrifennwch destun mewn dyfynodau, neu rif.
error-not-a-choice = Nid yw hwn yn hysbys yma. Ysgrifennwch un o'r rhain: { $choices }.
error-outside-period = Nid yw'r diwrnod hwn yn y cyfnod. Gwiriwch ef, a gwiriwch y cyfnod.

## Gwirio pobl, i'r rhai sy'n gofalu am restr

people-person = Person { $id }
people-right = Mae popeth yn iawn.
error-empty-people = Does dim i'w wirio yn { $source }. Rhowch un person mewn JSON ar bob llinell.
error-people-not-json = Nid JSON yw'r llinell hon (gweler colofn { $column }). Rhowch un person mewn cromfachau cyrliog ar bob llinell.
error-people-not-object = Rhaid i hwn fod mewn cromfachau cyrliog, fel {"{"}"id": 1, "name": "Ana Mensah", "email": "ana@example.org", "postcode": "LS1 4DY"{"}"}.
error-people-unknown-field = Does dim maes o'r enw hwn. Y meysydd yw id, name, email a postcode.
error-not-text = Ysgrifennwch destun mewn dyfynodau yma.

## Yr hyn y mae trefnwyr yn ei wneud

error-file = Ni ellir defnyddio { $file }: { $why }.
error-there = Mae { $file } yno'n barod, ac ni chaiff ei throsysgrifo byth. Enwch ffeil arall.
error-secret = { $why }.
error-settings = { $why }
error-no-hub = Does dim data hyb yn y ffolder "{ $folder }", ac ni wnaed dim yno. Enwch ffolder yr hyb gyda --data, neu ei osodiadau gyda --config. Mae hyb newydd yn dechrau gyda "swansfeet campaign new" neu "swansfeet serve".
error-no-hub-database = Does dim data hyb yn y gronfa ddata honno. Enwch gronfa ddata'r hyb gyda --database, neu ei osodiadau gyda --config. Mae hyb newydd yn dechrau gyda "swansfeet campaign new" neu "swansfeet serve".
error-campaign-no-url = Dywedwch ble mae llofnodwyr yn cyrraedd yr hyb: --public-url https://hub.example, neu public_url yn ei osodiadau.
error-campaign-not-a-recovery-file = Ffeil allwedd rhywun yw hon. Rhowch y ffeil adfer a wnaed gyda'r ymgyrch neu gyda'i hallwedd ddiweddaraf.
error-campaign-no-change = Enwch drefnydd i'w ychwanegu neu i'w dynnu.
error-campaign-sheet = Ni ellir gwneud y daflen: { $why }.
error-campaign-withdraw-yes = Does neb yno i'w holi. Ychwanegwch --yes os ydych yn siŵr.
error-campaign-end-open = Mae'r ymgyrch "{ $campaign }" ar agor. Caewch hi yn gyntaf: { $close }
error-campaign-end-yes = Does neb yno i'w holi. Ychwanegwch --yes { $campaign } os ydych yn siŵr.
error-campaign-no-such-wording = Ni fu gan yr ymgyrch "{ $campaign }" fersiwn { $version } o'r cydsyniad ers i'r hyb hwn eu cadw.
campaign-made = Mae'r ymgyrch "{ $campaign }" wedi'i gwneud. Drafft yw hi: does neb y tu allan yn gwybod amdani eto. Ysgrifennwyd y ffeiliau hyn:
campaign-made-files = Mae'r ffeil adfer a'r ffeiliau allwedd yn agor pob llofnod. Cadwch nhw ar ddau gof bach neu ar bapur, dan glo ac ar wahân, byth ar yr hyb.
campaign-fingerprint = Ôl bys yr allwedd: { $fingerprint }
campaign-tag = Y tag y mae partneriaid yn ei ludo, gyda'r ôl bys y mae'n ei binio:
campaign-next = Nesaf: gwiriwch eich copi o'r ffeil adfer, ac agorwch yr ymgyrch ag ef:
campaign-opened = Mae'r ymgyrch "{ $campaign }" ar agor. Mae'r dadgryptio prawf â'r ffeil adfer wedi gweithio ar gyfer ei hallwedd ddiweddaraf.
campaign-closed = Mae'r ymgyrch "{ $campaign }" ar gau. Mae dolenni i gadarnhau ac i dynnu'n ôl yn dal i weithio.
campaign-updated = Mae gan yr ymgyrch "{ $campaign }" ei geiriau newydd. Mae llofnodion yn aros ynghlwm wrth y geiriau a lofnodwyd.
campaign-none = Does dim ymgyrch eto. Mae "swansfeet campaign new" yn gwneud un.
campaign-name = Enw
campaign-stage = Cam
campaign-stage-draft = drafft
campaign-stage-open = ar agor
campaign-stage-closed = ar gau
campaign-counted = Wedi'u cyfrif
campaign-goal = Nod
campaign-pending = Yn aros am ateb i'w he-bost
campaign-held = Wedi'u dal am eu bod yn rhy gyflym
campaign-quarantined-label = Wedi'u rhoi o'r neilltu
campaign-codes = Codau untro
campaign-codes-used = { $codes }, { $used } ohonyn nhw wedi'u defnyddio
campaign-consent = Fersiwn y cydsyniad
campaign-key = Ôl bys yr allwedd
campaign-key-proved = yn cael ei defnyddio
campaign-key-earlier = yn agor cofnodion cynharach yn unig
campaign-key-passed-over = heb fod mewn defnydd erioed
campaign-key-unproved = heb roi cynnig arni eto â'i ffeil adfer
campaign-organiser-made = { $file } yw'r ffeil allwedd. Cadwch hi lle mai dim ond chi all ei chyrraedd. Rhowch y llinell hon i bwy bynnag sy'n eich ychwanegu:
campaign-organiser-added = Gall "{ $organiser }" bellach ddarllen llofnodion epocau allwedd { $epochs }.
campaign-organiser-lacks = Nid yw eich allwedd yn agor epocau { $epochs }, felly ni all "{ $organiser }" ddarllen y rheini. Gall rhywun sydd â'u ffeiliau adfer eu hallforio.
campaign-organiser-removed = Does gan "{ $organiser }" ddim allwedd i'r ymgyrch hon bellach. Efallai eu bod wedi cadw'r hen allwedd: gallant ddarllen yr hyn a lofnodwyd o'r blaen o hyd. Gwnaed allwedd newydd, a'i ffeil adfer yw { $file }.
campaign-pin-first = Mae llofnodwyr yn parhau â'r hen allwedd nes i chi roi cynnig ar y ffeil honno. Cyn i chi wneud, rhaid i bob partner ychwanegu'r ôl bys newydd at data-key, ar ôl coma: { $fingerprint }. Ni fydd tudalen sy'n pinio'r hen allwedd yn unig yn cymryd llofnodion ar ôl y newid. Wedyn:
campaign-codes-made = { $count ->
    [one] Mae un cod ar y daflen { $file }. Argraffwch hi, yna dilëwch y ffeil: gall pwy bynnag sydd â'r cod lofnodi ag ef.
   *[other] Mae { $count } cod ar y daflen { $file }. Argraffwch hi, yna dilëwch y ffeil: gall pwy bynnag sydd â chod lofnodi ag ef.
}
campaign-totals = { $counted } wedi'u cyfrif, { $pending } yn aros am ateb i'w he-bost, { $held } wedi'u dal am eu bod yn rhy gyflym, { $quarantined } wedi'u rhoi o'r neilltu.
campaign-hidden-note = Mae llinell yn cuddio rhif o dan bump, neu un a fyddai'n datgelu rhif o'r fath.
campaign-none-of-them = (dim)
campaign-withdraw-found = { $count ->
    [0] Does dim llofnod o'r cyfeiriad hwn.
    [one] Mae un llofnod o'r cyfeiriad hwn.
   *[other] Mae { $count } llofnod o'r cyfeiriad hwn.
}
campaign-withdraw-found-id = { $count ->
    [0] Does dim llofnod â'r id hwn yn yr ymgyrch hon. Efallai ei fod wedi mynd yn barod: ni ddilëwyd dim.
    [one] Mae un llofnod gan y person â'r id hwn.
   *[other] Mae { $count } llofnod gan y person â'r id hwn.
}
campaign-withdraw-ask = Eu dileu am byth? (ie neu na)
campaign-withdraw-not = Ni ddilëwyd dim.
campaign-withdrawn = Dilëwyd, gyda phob copi ar yr hyb hwn: { $count }. Rhaid dweud wrth bartneriaid sydd wedi allforio eu copïau.
campaign-quarantined = Rhoddwyd o'r neilltu o dan swp { $batch }: { $count }. I'w ddadwneud: { $undo }
campaign-quarantine-undone = Mae { $count } yn cyfrif eto.
campaign-released = Mae { $count } a gafodd eu dal bellach yn cyfrif.
campaign-records = Mae { $count } cofnod wedi'u selio yn { $file }. Agorwch nhw lle mae'r allwedd: swansfeet export --records.
campaign-end-goes = Mae hyn yn dileu'r ymgyrch "{ $campaign }" am byth: llofnodion, copïau i bartneriaid, codau, allweddi a geiriau.
campaign-end-exported = Rhoddwyd llofnodion allan ddiwethaf ar { $day } ({ $what }).
campaign-end-never-exported = Ni chafodd llofnodion eu hallforio erioed. Ar ôl hyn ni all neb eu darllen eto, hyd yn oed gyda'r ffeil adfer.
campaign-end-ask = Teipiwch id yr ymgyrch i ddod â hi i ben ({ $campaign }):
campaign-ended = Mae'r ymgyrch "{ $campaign }" wedi dod i ben. Mae ei llofnodion, ei hallweddi a'i chyfrinach wedi mynd o'r hyb hwn; mae llinell yn aros yn y cofnod. Nawr dilëwch ei chopïau wrth gefn a'i hallforion. Ar bob hyb arall sydd â'r un gronfa ddata, rhedwch y gorchymyn hwn hefyd: mae'r gyfrinach gan bob un mewn ffolder ei hun.
campaign-end-later = Roedd rhywun yn darllen o'r gronfa ddata, felly mae beitiau a ddilëwyd yn aros yn ei log ysgrifennu. Bydd yr hyb yn eu clirio o fewn diwrnod.
campaign-end-secret = Roedd yr ymgyrch "{ $campaign }" eisoes wedi dod i ben. Nawr mae ei chyfrinach wedi mynd o'r hyb hwn hefyd.
campaign-wording-hash = Hash y geiriad
campaign-demands-hash = Hash y gofynion
campaign-wording-of = Geiriau fersiwn { $version }:

## Y daflen codau untro

sheet-title = Codau untro
sheet-note = Argraffwch y dudalen hon a'i thorri ar hyd y llinellau. Rhowch bob darn i un person. Mae cod yn gweithio unwaith. Peidiwch ag anfon y ffeil hon at neb, a'i dileu ar ôl argraffu.
sheet-how = Pwyntiwch gamera eich ffôn yma, neu agorwch y dudalen isod a theipio'r cod.

## Allforion

export-written = Mae { $count } llofnod yn { $file }. Mae enwau yn y ffeil: cadwch hi dan glo, a'i dileu ar ôl gorffen â hi.
export-closed = Nid agorodd { $count } cofnod; maent wedi'u henwi uchod. Allforiwyd y gweddill.
export-does-not-open = { $id }: { $why }
export-print = Agorwch y dudalen honno mewn porwr a'i hargraffu, neu ei chadw fel PDF o'r ffenestr argraffu.
export-progress = { $done } o { $total }
export-progress-open = { $done }
error-export-no-source = Enwch ffeil y cofnodion, neu hyb.
error-export-not-records = Nid ffeil cofnodion yw { $file }. Mae "swansfeet campaign records" yn ysgrifennu un.
error-export-other-records = Cofnodion hyn sydd yn { $file }: { $holds }. Gofynnwch am y rheini.
error-export-not-the-partners-key = Nid allwedd y partner "{ $partner }" y mae'r ymgyrch yn ei enwi yw hon.
error-export-fell-over = Mae rhan o'r rhaglen wedi methu. Rhowch wybod i ni; ni ysgrifennwyd dim.

## Y dudalen a gaiff ei chyflwyno

handover-count = Mae { $count } o bobl y tu ôl i'r gofynion hyn.
handover-demands = Yr hyn rydym yn ei ofyn
handover-regions = Ble maen nhw'n byw
handover-elsewhere = Ddim yn hysbys, neu yn rhywle arall
handover-small = Mae llinell yn sefyll am rif bach, neu un a fyddai'n datgelu rhif bach: nid oes neb i'w ganfod drwyddo.
handover-names = Pwy a lofnododd
handover-hidden = Doedd { $count } ohonyn nhw ddim am i'w henw gael ei ddangos yma. Y lleill:

## Wrth gefn

backup-written = Mae { $count } rhes yn { $file }. Cadwch hi gyda chopi o'r ffolder cyfrinachau, ar wahân iddo a than glo: dim ond y ddau gyda'i gilydd sy'n gwneud hyb cyfan.
backup-restored = Adferwyd { $count } rhes. Rhowch y ffolder cyfrinachau yn ôl hefyd, cyn i'r hyb gychwyn.

## swansfeet meetings feed

feed-made = Mae'r ffrwd “{ $feed }” wedi'i gwneud. Fe'i rhoddir yn:
feed-removed = Mae'r ffrwd “{ $feed }” wedi'i dileu.
feed-source-added = { $minutes ->
    [one] Mae “{ $feed }” nawr yn casglu o'r cyfeiriad hwn, bob munud.
   *[other] Mae “{ $feed }” nawr yn casglu o'r cyfeiriad hwn, bob { $minutes } munud.
}
feed-source-removed = Ni chesglir o'r cyfeiriad hwn mwyach, ac mae'r hyn a gasglwyd ohono wedi'i ddileu.
feed-source-never = Nid oes dim da wedi dod oddi yma eto.
feed-source-good = { $minutes ->
    [one] Roedd y copi da diwethaf yn gyfredol 1 munud yn ôl.
   *[other] Roedd y copi da diwethaf yn gyfredol { $minutes } munud yn ôl.
}
feed-source-wrong = { $count ->
    [one] Mae 1 peth o'i le ynddi. Gwelwch ef gyda: swansfeet meetings feed import
   *[other] Mae { $count } o bethau o'i le ynddi. Gwelwch nhw gyda: swansfeet meetings feed import
}
feed-at-hub = { $path } ar eich hyb
feed-import-same = Nid oes dim newydd.
feed-import-fresh = { $count ->
    [one] 1 cyfarfod, { $gone } nad ydynt yno mwyach.
   *[other] { $count } cyfarfod, { $gone } nad ydynt yno mwyach.
}
feed-no-sources = Nid oes gan y ffrwd hon ffynonellau.
gather-line = llinell { $line }
gather-left-out = wedi'i adael allan
feed-changed = Mae trefnydd wedi newid “{ $id }” ers iddo gael ei gymryd o ffeil ddiwethaf. Fe'i gadewir fel y mae. Gyda --replace, mae un y ffeil yn cymryd ei le.
feed-taken = { $new } newydd, { $replaced } wedi'u disodli.
feed-link = Gall pwy bynnag sydd â'r ddolen hon ychwanegu a newid cyfarfodydd y ffrwd hon. Anfonwch hi at un person, mewn ffordd na all ond nhw ei darllen:
feed-link-once = Ni chaiff ei chadw, felly ni ellir ei dangos eto.
feed-link-ended = Nid yw'r ddolen yn arwain i unman nawr. Mae'r cyfarfodydd yn aros.

## Rheolau ailddigwydd, i'r rhai sy'n gofalu am borthiant

error-empty-rules = Does dim rheol yn { $source }. Rhowch un rheol mewn JSON ar bob llinell.
error-rules-not-json = Nid JSON yw'r llinell hon (gweler colofn { $column }). Rhowch un rheol mewn cromfachau cyrliog ar bob llinell.
error-rules-not-object = Rhaid i hwn fod mewn cromfachau cyrliog, fel {"{"}"id": 1, "rule": "FREQ=WEEKLY", "start": "2026-03-03T19:30:00", "zone": "Europe/London"{"}"}.
error-rules-not-id = Ysgrifennwch destun mewn dyfynodau, rhif, true neu false.
error-rules-not-whole = Ysgrifennwch rif cyfan o 0 i 10000 yma, fel 20.
error-rules-unknown-field = Does dim maes o'r enw hwn. Y meysydd yw id, rule, start, zone, exdates, rdates, limit ac until.
error-rule-not-a-time = Nid amser yw hwn. Ysgrifennwch ef fel "2026-03-03T19:30:00", neu "2026-03-03" am y diwrnod.
error-rule-too-many = Gofynnwch am { $most } dyddiad ar y mwyaf.
error-zone = Does dim cylchfa amser o'r enw "{ $zone }". Ysgrifennwch enw fel "Europe/London", neu null.
error-zone-nearest = Does dim cylchfa amser o'r enw "{ $zone }". Ai "{ $nearest }" oedd gennych mewn golwg?
error-rule-empty = Mae'r rheol yn wag. Ysgrifennwch un fel FREQ=WEEKLY;BYDAY=TU.
error-rule-no-freq = Nid yw'r rheol yn dweud pa mor aml. Ychwanegwch ran fel FREQ=WEEKLY.
error-rule-no-value = Does dim gwerth gan "{ $part }". Ysgrifennwch ENW=GWERTH.
error-rule-unknown-part = Does dim rhan o reol o'r enw { $part }. Gadewch hi allan.
error-rule-unsupported = Ni chefnogir { $part } yma. Mae cyfarfodydd yn ailddigwydd fesul diwrnod, wythnos, mis neu flwyddyn, ar un amser o'r dydd.
error-rule-unsupported-value = Ni chefnogir { $part }={ $value } yma. Mae cyfarfodydd yn ailddigwydd fesul diwrnod, wythnos, mis neu flwyddyn, ar un amser o'r dydd.
error-rule-twice = Mae { $part } yno ddwywaith. Cadwch un.
error-rule-value = Ni all { $part } fod yn "{ $value }".
error-rule-not-with = Ni chaiff { $part } sefyll gyda { $value }. Gadewch un allan.
error-rule-alone = Mae { $part } yn dewis ymhlith diwrnodau. Ychwanegwch ran fel BYDAY sy'n rhoi rhai.
error-rule-not-the-start = Mae { $part } yn dweud amser gwahanol i'r dechrau. Gwnewch nhw yr un fath.

## Feeds of meetings

feed-line = Llinell { $line }
feed-entry = cofnod { $entry }
feed-whole = Y ffrwd i gyd
feed-sum = { $meetings ->
    [one] Darllenwyd 1 cyfarfod
   *[other] Darllenwyd { $meetings } cyfarfod
}, { $problems ->
    [0] dim byd o’i le
    [one] 1 peth o’i le
   *[other] { $problems } peth o’i le
}, { $out ->
    [0] ni adawyd dim allan.
    [one] gadawyd 1 allan.
   *[other] gadawyd { $out } allan.
}
feed-left-out = { $left_out ->
    [one] Gadawyd 1 rhan o’r ffrwd allan.
   *[other] Gadawyd { $left_out } rhan o’r ffrwd allan.
} Mae "swansfeet meetings check" yn dweud pa rai.
feed-bounded = Mae gan reol yn y ffrwd fwy o ddyddiadau, neu lai, nag y byddai neb yn chwilio amdanynt. Nid yw’r rhai diweddarach yma.
feed-no-days = Mae’r diwrnod olaf cyn y cyntaf. Rhowch --from a --to y ffordd arall.
feed-more-dates = Mae mwy na { $most } o ddyddiadau. Nid yw’r rhai diweddarach yma. Gofynnwch am lai o ddyddiau, neu am fwy o ddyddiadau gyda --most.

## Sgoriau llesiant

score-check-in = Cofnod { $id }
score-total = Sgôr { $score } allan o 100: { $band }
score-nothing-said = Ni ddywedwyd dim.
score-satisfied = Bodlon ar fywyd
score-worthwhile = Pethau gwerth chweil
score-happy = Hapus ddoe
score-anxious = Pryderus ddoe
score-demands = Yr hyn y mae'r gwaith yn ei ofyn
score-control = Llais yn y gwaith
score-support = Help ac anogaeth
score-relationships = Sut mae pobl yn trin ei gilydd
score-role = Gwybod beth yw'r swydd
score-change = Cael gwybod am newidiadau
score-band-very_low = isel iawn
score-band-low = isel
score-band-medium = canolig
score-band-high = uchel
score-band-very_high = uchel iawn
score-band-not_low = nid isel
score-band-seldom = anaml
score-band-sometimes = weithiau
score-band-often = yn aml
error-empty-score = Does dim i'w sgorio yn { $source }. Rhowch un cofnod mewn JSON ar bob llinell.
error-score-not-json = Nid JSON yw'r llinell hon (gweler colofn { $column }). Rhowch un cofnod mewn cromfachau cyrliog ar bob llinell.
error-score-not-object = Rhaid i hwn fod mewn cromfachau cyrliog, fel {"{"}"id": 1, "pack": "ons4", "answers": {"{"}"satisfied": 7, "worthwhile": 8, "happy": 6, "anxious": 4{"}"}{"}"}.
error-score-not-answers = Rhowch yr atebion mewn cromfachau cyrliog wrth eu henwau, neu bob un mewn rhestr mewn cromfachau sgwâr.
error-score-unknown-field = Does dim maes o'r enw hwn. Y meysydd yw id, pack ac answers.
error-score-unknown-question = Does dim cwestiwn o'r enw hwn yn y pecyn hwn.
error-score-count = Mae gan y pecyn hwn { $wanted } cwestiwn. Rhowch un ateb i bob un, yn eu trefn.
error-score-range = Ysgrifennwch rif cyfan o { $lowest } i { $highest } yma.
error-score-needed = Swm yw'r sgôr, felly mae angen yr ateb hwn. Ysgrifennwch rif cyfan o { $lowest } i { $highest }.
wellbeing-opened = Mae gwirio lles { $campaign } ar agor. Mae ei hyb yn llofnodi â { $key }. Derbynnir atebion pan fydd yr ail ddeiliad wedi llofnodi cerdyn: rhedwch “swansfeet wellbeing tally”, neu gofynnwch i’r stiward wneud gwaith yr wythnos hon.

## Ail ddeiliad gwiriad lles

holder-made = Gwnaed hunaniaeth newydd yn { $keys }. Gall pwy bynnag sydd â’r ffolder honno wneud eich rhan chi: cadwch hi i chi’ch hun, ac yn ddiogel. Rhowch yr allwedd hon i weithredwr yr hyb:
holder-there = Mae gan { $keys } yr allwedd hon. Mae ei hangen ar weithredwr yr hyb:
keys-exposed = Gall eraill ar y peiriant hwn ddarllen { $file }. Gwnewch ef yn eiddo i chi’n unig: chmod -R go= arno.
error-keys-none = Does dim allweddi yn { $file }. Gwnewch rai: swansfeet wellbeing holder --keys FFOLDER.
error-keys-damaged = Mae { $file } wedi’i ddifrodi, neu nid allwedd mohono. Ni wnaed dim.
error-keys-in-use = Mae’r allweddi yn { $file } yn cael eu defnyddio gan broses arall. Gadewch iddi orffen yn gyntaf: gallai dwy ar unwaith roi dau swm.
error-hub-address = Nid cyfeiriad hyb yw “{ $hub }”. Mae’n dechrau â https://.
error-hub-not-https = Nid yw “{ $hub }” yn dechrau â https://. Hebddo, gallai eraill ar y ffordd wrando. Dim ond â hyb ar y peiriant hwn ei hun y siaredir drwy http.
error-hub-no-host = Does dim hyb o’r enw hwnnw, neu ni ellir chwilio am enwau ar hyn o bryd.
error-hub-down = Nid yw’r hyb yn ateb. Ni chollwyd dim: gellir ei wneud yn nes ymlaen.
error-hub-certificate = Ni all yr hyb brofi pwy ydyw: mae ei dystysgrif yn anghywir neu’n rhy hen. Ni anfonwyd dim.
error-hub-slow = Mae’r hyb yn rhy araf yn ateb. Ni chollwyd dim: gellir ei wneud yn nes ymlaen.
error-hub-cut-off = Stopiodd yr hyb ar ganol ei ateb. Ni chollwyd dim: gellir ei wneud yn nes ymlaen.
error-hub-too-large = Mae ateb yr hyb yn fwy nag unrhyw un y dylai ei roi.
error-hub-no-campaign = Nid oes gan yr hyb wiriad lles ar gyfer yr ymgyrch “{ $campaign }”. Ei weithredwr sy’n agor un: swansfeet wellbeing open.
error-hub-other-key = Mae’r hyb yn adnabod ail ddeiliad arall ar gyfer “{ $campaign }”. Ai hon yw’r ffolder allweddi gywir? Rhaid i’w weithredwr enwi eich allwedd gyhoeddus.
error-hub-clock = Mae mwy na phum munud rhwng cloc y peiriant hwn a chloc yr hyb. Gosodwch y cloc sy’n anghywir.
error-hub-refused = Mae’r hyb yn gwrthod: { $why }
error-hub-other = Nid hyb â gwiriadau lles sy’n ateb yno (statws { $status }). Edrychwch ar y cyfeiriad.
error-hub-nonsense = Mae’r hyb yn ateb yr hyn na ofynnwyd: { $why }. Ni roddwyd dim. Dywedwch wrth ei weithredwr.
step-signed = Cerdyn yr wythnos o { $week }: llofnodwyd.
step-counting = { $place }: edrychwyd ar { $done } o { $all }.
step-published = { $place }, wythnos o { $week }: cyhoeddwyd, { $weeks ->
    [one] un wythnos
   *[other] { $weeks } o wythnosau gyda’i gilydd
}.
step-carried = { $place }, wythnos o { $week }: rhy ychydig, cariwyd ymlaen.
step-refused = { $place }: { $people ->
    [one] nid oedd un gwiriad yn gywir, a chafodd ei adael allan heb ei ddarllen
   *[other] nid oedd { $people } o wiriadau’n gywir, a chawsant eu gadael allan heb eu darllen
}.
step-destroyed = { $place }, wythnos o { $week }: dinistriwyd yr allwedd.
step-missing = { $place }, wythnos o { $week }: ni ellir ei chyfrif, nid yw ei hallwedd yma.
step-lost = Cerdyn yr wythnos o { $week }: fe’i llofnodwyd ag allweddi nad ydynt yma, felly ni ellir cyfrif yr wythnos honno. Ai copi hŷn o’ch allweddi yw hwn?
step-again = { $place }, wythnos o { $week }: collodd yr hyb ei le a rhaid iddo ddechrau eto.
tally-goes-on = Mae’r hyb yno eto.
tally-ended = Wedi gorffen. Bydd y cychwyn nesaf yn mynd ymlaen o’r fan hon.
steward-signed = { $count ->
    [one] Llofnodwyd un cerdyn
   *[other] Llofnodwyd { $count } o gardiau
}: gellir derbyn gwiriadau tan { $last }.
steward-published = Cyhoeddwyd: { $places }.
steward-nothing-published = Ni chyhoeddwyd dim: nid oes gan unrhyw le ddigon o wiriadau, neu nid oes wythnos wedi dod i ben.
steward-carried = Rhy ychydig, felly cariwyd ymlaen: { $places }.
steward-destroyed = { $count ->
    [one] Dinistriwyd un allwedd
   *[other] Dinistriwyd { $count } o allweddi
}.
steward-waiting = Cedwir allweddi’r wythnos o { $week } tan { $last }, ar gyfer lleoedd â rhy ychydig o bobl hyd yma. Ar ôl y diwrnod hwnnw dinistrir ei hatebion heb eu darllen.
steward-come-back = Dewch yn ôl ar { $next } neu’n fuan wedyn.
card-layout = Nid cerdyn yw hwn, neu cafodd ei dorri neu ei newid.
card-pack = Mae’r cerdyn yn gofyn cwestiynau nad yw’r rhaglen hon yn eu hadnabod.
card-too-few = Byddai’r cerdyn yn cyhoeddi grwpiau o lai na deg. Ni ddylai neb ei dderbyn.
card-places = Nid yw’r cerdyn yn enwi lle, neu mae’n enwi un anhysbys neu un ddwywaith. Ni ddylai neb ei dderbyn.
card-one-holder = Mae gan un deiliad ddwy allwedd y cerdyn. Ni ddylai neb ei dderbyn.
card-unsigned = Nid yw’r cerdyn wedi’i lofnodi gan y ddau ddeiliad. Ni ddylai neb ei dderbyn.
error-card-none = Does dim cerdyn yr wythnos hon: nid yw’r ail ddeiliad wedi llofnodi un.
error-card-other-campaign = Cerdyn yr ymgyrch “{ $campaign }” yw hwn.
error-card-other-holders = Mae’r hyb yn dangos deiliaid eraill na’r rhai ar y cerdyn. Ni ddylai neb wirio yno.
card-head = Cerdyn “{ $campaign }”, { $from } i { $to }
card-asked = Mae’n gofyn { $pack }, ac yn cyhoeddi grwpiau o { $minimum } neu fwy, o: { $places }.
card-signed = Llofnodwyd gan { $name }: { $key }
card-destroyed = Dinistrir atebion na ddarllenir erbyn { $last }.
