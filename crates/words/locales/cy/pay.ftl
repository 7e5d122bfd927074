### Sut y gweithiwyd y gwiriad cyflog, beth sydd ddim yn hysbys, a beth na all fod yn iawn.
### Brawddeg neu ddwy i bob un, i ddarllenydd blinedig. Enwir yr allweddi gan y rheolau yn crates/pay.

## Y cyfnod a'r gyfradd

step-period = { $days ->
    [one] Mae'r cyflog hwn am un diwrnod, { $from }.
    [two] Mae'r cyflog hwn am { $days } ddiwrnod, o { $from } hyd { $to }.
   *[other] Mae'r cyflog hwn am { $days } diwrnod, o { $from } hyd { $to }.
}
step-regulations-1999 = Cyn 6 Ebrill 2015, roedd y rheolau hyn mewn cyfraith o 1999.
step-first-day = Y gyfradd ar y diwrnod cyntaf, { $date }, at eich oed y diwrnod hwnnw, yw'r isafswm cyfreithiol am y cyfan. Mae pen-blwydd neu gyfradd newydd ar ôl hynny yn cyfrif o'ch cyflog nesaf.
step-rate = O { $date }, yr isafswm cyfreithiol o { $age } oed ymlaen yw { $rate } yr awr.
step-rate-youngest = O { $date }, yr isafswm cyfreithiol o oed gadael ysgol hyd at 18 yw { $rate } yr awr.
step-apprentice = Roeddech chi'n brentis, ac o dan 19 oed neu yn eich blwyddyn gyntaf. Felly gellir defnyddio'r gyfradd is i brentisiaid.
step-rate-apprentice = O { $date }, yr isafswm cyfreithiol i brentisiaid yw { $rate } yr awr.
step-apprentice-past = Roeddech chi'n 19 oed neu'n hŷn, a blwyddyn gyntaf eich prentisiaeth ar ben. Felly cewch y gyfradd at eich oed.
step-apprentice-no-minimum = Mewn cyfnod o { $date }, doedd dim isafswm cyfreithiol i brentisiaid fel chi. Dechreuodd ym mis Hydref 2010.

## Oriau

step-hours-work = Amser gwaith: { $hours }.
step-hours-visits = Amser gyda'r bobl rydych chi'n eu cefnogi: { $hours }.
step-hours-travel = Teithio o un ymweliad i'r nesaf: { $hours }. Mae hyn yn cyfrif fel gwaith.
step-hours-waiting = Aros rhwng ymweliadau, oddi cartref: { $hours }. Mae hyn yn cyfrif fel gwaith.
step-hours-training = Hyfforddiant: { $hours }. Mae hyn yn cyfrif fel gwaith.
step-hours-handover = Trosglwyddo, nodiadau a galwadau: { $hours }. Mae hyn yn cyfrif fel gwaith.
step-hours-home-travel = Teithio rhwng y cartref a'r gwaith: { $hours }. Nid yw hyn yn cyfrif.
step-hours-break = Seibiannau go iawn, pan oeddech chi'n rhydd: { $hours }. Nid yw hyn yn cyfrif.
step-sleep-in-awake = Shifftiau cysgu i mewn: { $hours }. Os cewch gysgu a bod lle addas i wneud hynny, dim ond yr amser ar ddihun ac yn gweithio sy'n cyfrif: { $awake }.
step-sleep-in-all = Shifftiau cysgu i mewn pan na allech gysgu, neu heb le addas: { $hours }. Mae'n debyg bod y cyfan yn cyfrif, felly rydym wedi cyfrif y cyfan.
step-hours-total = Yr oriau sy'n cyfrif i gyd: { $hours }.

## Cyflog sy'n cyfrif

step-pay = Eich cyflog cyn treth.
step-paid-next-period = Cyflog am y gwaith hwn a ddaeth gyda'ch cyflog nesaf. Mae'n cyfrif yma.
step-premium = Y swm ychwanegol mewn cyfraddau uwch, am nosweithiau, penwythnosau neu oriau ychwanegol. Mae'r isafswm cyfreithiol yn edrych ar eich cyfradd sylfaenol, felly mae'r swm ychwanegol yn dod i ffwrdd.
step-not-wages-expenses = Arian milltiroedd neu gostau eraill a dalwyd yn ôl i chi. Eich arian eich hun yn dod yn ôl yw hwnnw, nid cyflog.
step-not-wages-tips = Cildwrn. Nid yw'n rhan o'r isafswm cyfreithiol.
step-not-wages-loan = Benthyciad, neu gyflog a dalwyd yn gynnar. Nid tâl am y gwaith hwn yw hwnnw.
step-not-wages-allowance = Arian ychwanegol sydd ddim yn rhan o'ch cyflog sylfaenol. Nid yw'n cyfrif.
step-deduction = { $kind ->
    [uniform] Wedi'i dynnu o'ch cyflog am wisg neu ddillad gwaith: { $amount }. Mae eu hangen ar gyfer y swydd, felly mae hyn yn dod i ffwrdd.
    [equipment] Wedi'i dynnu o'ch cyflog am bethau sydd eu hangen ar gyfer y swydd: { $amount }. Mae hyn yn dod i ffwrdd.
    [training] Wedi'i dynnu o'ch cyflog am hyfforddiant sydd ei angen ar gyfer y swydd: { $amount }. Mae hyn yn dod i ffwrdd.
    [dbs_administration] Wedi'i dynnu o'ch cyflog am drin gwiriad DBS: { $amount }. Eich cyflogwr sy'n cadw hyn, felly mae'n dod i ffwrdd.
    [transport] Wedi'i dynnu o'ch cyflog am deithio: { $amount }. Eich cyflogwr sy'n cadw hyn, felly mae'n dod i ffwrdd.
   *[employer_own_use] Wedi'i dynnu o'ch cyflog a'i gadw gan eich cyflogwr: { $amount }. Mae hyn yn dod i ffwrdd.
}
step-deduction-ignored = { $kind ->
    [dbs_fee] Wedi'i dynnu o'ch cyflog am ffi'r DBS ei hun: { $amount }. Mae'r gyfraith yn gweld hon fel eich cost chi, felly nid yw'n newid dim yma.
    [tax] Treth ac Yswiriant Gwladol: { $amount }. Cyflog cyn treth sy'n cyfrif at yr isafswm, felly nid yw hyn yn newid dim yma.
    [pension] Pensiwn: { $amount }. Mae'n mynd at eich pensiwn, felly nid yw'n newid dim yma.
    [union_dues] Tâl aelodaeth undeb: { $amount }. Mae'n mynd i'ch undeb, felly nid yw'n newid dim yma.
    [loan_repaid] Benthyciad neu gyflog cynnar rydych chi wedi'i dalu'n ôl: { $amount }. Nid yw hyn yn newid dim yma.
    [overpayment] Cyflog a dalwyd trwy gamgymeriad ac a gymerwyd yn ôl: { $amount }. Nid yw hyn yn newid dim yma.
    [damage] Wedi'i dynnu am ddifrod neu golled y mae eich contract yn gwneud i chi dalu amdano: { $amount }. Nid yw hyn yn newid dim yma. Gall fod yn anghywir o hyd: gofynnwch i'ch undeb.
   *[third_party] Wedi'i dynnu ar gyfer rhywun arall, fel benthyciad myfyriwr neu orchymyn llys: { $amount }. Nid yw hyn yn newid dim yma.
}
step-cost = { $kind ->
    [uniform] Taloch chi { $spent } am wisg neu ddillad gwaith
    [phone] Taloch chi { $spent } am alwadau a data ar gyfer y gwaith
    [mileage] Costiodd gyrru ar gyfer y gwaith { $spent } i chi
    [parking] Taloch chi { $spent } i barcio ar gyfer y gwaith
    [fares] Taloch chi { $spent } am docynnau teithio a thollau rhwng ymweliadau
    [equipment] Taloch chi { $spent } am bethau sydd eu hangen ar gyfer y swydd
    [training] Taloch chi { $spent } am hyfforddiant sydd ei angen ar gyfer y swydd
    [dbs_administration] Taloch chi { $spent } am drin gwiriad DBS
   *[other] Taloch chi { $spent } am bethau eraill sydd eu hangen ar gyfer y swydd
}, a chawsoch { $repaid } yn ôl. Mae'r hyn na chawsoch yn ôl yn dod i ffwrdd.
step-cost-ignored = Taloch chi { $amount } am wiriad DBS. Mae'r gyfraith yn gweld y ffi fel eich cost chi, felly nid yw'n newid dim yma.
step-mileage = Gyrroch chi { $miles ->
    [one] { $miles } filltir
    [two] { $miles } filltir
   *[other] { $miles } milltir
} ar gyfer y gwaith am gost wirioneddol o { $cost } y filltir, a chawsoch { $repaid } yn ôl. Mae'r hyn na chawsoch yn ôl yn dod i ffwrdd.
step-counted-once = Mae { $amount } yn eich cyflog fel arian a dynnwyd, a hefyd yn eich costau. Rydym wedi'i gyfrif unwaith.
step-accommodation-free = Cawsoch gartref am ddim gyda'r swydd ar { $days ->
    [one] un diwrnod
    [two] { $days } ddiwrnod
   *[other] { $days } diwrnod
}. Mae'r gyfraith yn gadael i'ch cyflogwr gyfrif { $offset } y dydd amdano.
step-accommodation-within = Taloch chi { $charge } am gartref gyda'r swydd. Nid yw hynny'n fwy nag y mae'r gyfraith yn ei ganiatáu ({ $offset } y dydd, { $allowed } i gyd), felly nid yw'n newid dim.
step-accommodation-above = Taloch chi { $charge } am gartref gyda'r swydd. Mae'r gyfraith yn caniatáu { $offset } y dydd, { $allowed } i gyd. Mae'r hyn a daloch dros hynny yn dod i ffwrdd.
step-counting-pay = Y cyflog sy'n cyfrif at yr isafswm.

## Y canlyniad

step-entitlement = Yr isafswm cyfreithiol: { $hours } ar { $rate } yr awr.
step-meets = Mae'r cyflog sy'n cyfrif o leiaf yn cyrraedd yr isafswm cyfreithiol.
step-short = Mae'r cyflog sy'n cyfrif yn is na'r isafswm cyfreithiol o'r swm hwn.
step-uplift = Mae'r gyfraith yn gweithio ôl-gyflog allan ar y gyfradd newydd: { $new } yr awr, lle'r oedd yn { $old }. Felly dyma faint sydd ar goll nawr.
step-paid-since = Yr hyn y mae eich cyflogwr wedi'i dalu i chi ers hynny am hyn.
step-arrears = Yr hyn sy'n ddyledus i chi heddiw o dan gyfraith yr isafswm cyflog.

## Beth sydd ddim yn hysbys, a beth allai newid

gap-age = Nid ydym yn gwybod eich oed, felly defnyddion ni { $rate } yr awr, yr isafswm o { $age } oed ymlaen. Os oeddech chi'n iau, gall fod yn llai.
gap-age-band = Gall eich oed ddod o dan ddwy gyfradd. Defnyddion ni'r un is, { $rate } yr awr. Gall fod yn { $higher }.
gap-school-age = Mae'r isafswm cyflog yn dechrau pan fyddwch chi dros oed gadael ysgol. Os oeddech chi yn yr ysgol o hyd bryd hynny, efallai nad yw'n berthnasol i chi eto.
gap-apprentice = Cymeron ni nad ydych chi'n brentis. I brentis o dan 19 oed neu yn y flwyddyn gyntaf, { $rate } yr awr yw'r isafswm.
gap-apprentice-start = Nid ydym yn gwybod pryd y daethoch yn brentis, neu nid yw eich oed yn fanwl. Defnyddion ni'r gyfradd is, { $rate } yr awr. O 19 oed ac ar ôl eich blwyddyn gyntaf mae'n { $higher }.
gap-rate-status = Nid ydym wedi darllen y gyfradd hon ar dudalen swyddogol eto. Gwiriwch hi cyn dibynnu arni.
gap-hours = Nid ydym yn gwybod eich oriau. Os gweithioch chi fwy na { $hours }, cawsoch lai na'r isafswm cyfreithiol.
gap-pay = Nid ydym yn gwybod eich cyflog. Os oedd yn llai na { $amount } cyn treth, roedd yn is na'r isafswm cyfreithiol.
gap-hours-and-pay = Mae angen eich oriau a'ch cyflog arnom i'w gwirio.
gap-time = Os cymerodd { $kind ->
    [travel] teithio rhwng ymweliadau
    [waiting] aros rhwng ymweliadau
    [training] hyfforddiant
    [handover] trosglwyddo, nodiadau a galwadau
   *[sleep_ins] cysgu i mewn heb le addas i gysgu
} fwy na { $hours } i gyd, cawsoch lai na'r isafswm cyfreithiol.
gap-time-adds = Mae pob awr o { $kind ->
    [travel] deithio rhwng ymweliadau
    [waiting] aros rhwng ymweliadau
    [training] hyfforddiant
    [handover] drosglwyddo, nodiadau a galwadau
   *[sleep_ins] gysgu i mewn heb le addas i gysgu
} yn ychwanegu { $rate } at yr hyn y dylai eich cyflog fod.
gap-sleep-in-awake = Nid ydym yn gwybod faint o amser y buoch chi ar eich traed ac yn gweithio yn eich shifftiau cysgu i mewn, felly ni chyfrifon ni ddim ohono. Mae unrhyw amser ar eich traed yn cyfrif.
gap-sleep-in-tips = Nid ydym yn gwybod faint o amser y buoch chi ar eich traed ac yn gweithio yn eich shifftiau cysgu i mewn, felly ni chyfrifon ni ddim ohono. Os oedd yn fwy na { $hours }, cawsoch lai na'r isafswm cyfreithiol.
gap-sleep-in-facilities = Nid ydym yn gwybod a gawsoch chi gysgu, ac a oedd lle addas i wneud hynny. Os na, mae'n debyg bod y cyfan yn cyfrif.
gap-sleep-in-likely = Cyfrifon ni'r shifft cysgu i mewn gyfan am na allech gysgu, neu am nad oedd lle addas. Gall eich cyflogwr ei gweld yn wahanol. Gall tribiwnlys benderfynu.
gap-sleep-in-allowance = Nid yw'n glir eto a yw'r tâl sefydlog am gysgu i mewn ({ $allowance }) yn cyfrif at yr isafswm. Cyfrifon ni ef. Os nad yw'n cyfrif, gall mwy fod yn ddyledus i chi.
gap-deduction = Nid ydym yn gwybod am beth y tynnwyd { $amount } o'ch cyflog. Os yw eich cyflogwr yn ei gadw, mae cymaint â hynny'n fwy yn dod oddi ar y cyflog sy'n cyfrif.
gap-counted-once = Mae { $amount } mewn dwy restr. Os ydyn nhw'n ddau beth gwahanol, mae cymaint â hynny'n fwy yn dod oddi ar y cyflog sy'n cyfrif.
gap-counted-twice = A oes rhan o'r { $amount } a dynnwyd o'ch cyflog yn eich costau hefyd? Os felly, rhowch hi mewn un lle yn unig.
gap-repaid = Cymeron ni na chawsoch ddim o { $amount } yn ôl. Os cawsoch, mae llai yn ddyledus i chi.
gap-repaid-in-pay = Cawsoch { $amount } yn ôl am gostau. Os yw'r cyflog a roesoch yn ei gynnwys, mae mwy yn ddyledus i chi.
gap-mileage-cost = Nid ydym yn gwybod beth oedd gwir gost eich gyrru. Os costiodd milltir fwy na { $cost } i chi (nifer y milltiroedd: { $miles }), cawsoch lai na'r isafswm cyfreithiol.
gap-mileage-cost-adds = Nid ydym yn gwybod beth oedd gwir gost eich gyrru. Gyrroch chi { $miles ->
    [one] { $miles } filltir
    [two] { $miles } filltir
   *[other] { $miles } milltir
}: mae unrhyw gost na chawsoch yn ôl yn dod oddi ar y cyflog sy'n cyfrif.
gap-accommodation-charge = Nid ydym yn gwybod beth mae eich cartref gyda'r swydd yn ei gostio i chi. Os yw am ddim, mae { $offset } yn cyfrif fel cyflog. Os yw'n costio mwy na { $offset } i chi, mae'r gweddill yn dod i ffwrdd.
gap-live-in = Rydych chi'n byw lle rydych chi'n gweithio. Os nad oes gennych oriau penodol, gall y gyfraith gyfrif eich oriau mewn ffordd arall. Gofynnwch i'ch undeb neu i Acas cyn dibynnu ar hyn.
gap-today = Nid ydym yn gwybod beth yw dyddiad heddiw. Os yw'r isafswm wedi codi ers hynny, mae mwy yn ddyledus i chi.
gap-rate-today = Nid oes gennym yr isafswm o { $date } eto, felly defnyddion ni'r un diwethaf. Mae o leiaf gymaint â hyn yn ddyledus i chi.
gap-uplift-band = Mae ôl-gyflog yn cael ei weithio allan ar gyfradd heddiw. At eich oed bryd hynny defnyddion ni { $rate } yr awr. Gall fod yn { $higher }.

## Ffyrdd eraill o'i ddarllen

reading-sleep-in-all = Os yw'r shifft cysgu i mewn gyfan yn cyfrif ({ $hours } i gyd), { $shortfall ->
    [0] cawsoch yr isafswm o hyd.
   *[other] rydych chi { $shortfall } yn is na'r isafswm, ac mae { $arrears } yn ddyledus i chi heddiw.
}
reading-allowance-not-pay = Os nad yw'r arian cysgu i mewn yn cyfrif fel cyflog, { $shortfall ->
    [0] cawsoch yr isafswm o hyd.
   *[other] rydych chi { $shortfall } yn is na'r isafswm, ac mae { $arrears } yn ddyledus i chi heddiw.
}

## Cyfraddau i'w cymharu â'ch cyflog

reference-minimum = Isafswm cyfreithiol
reference-living-wage-uk = Cyflog Byw Go Iawn, y DU
reference-living-wage-london = Cyflog Byw Go Iawn, Llundain
reference-care-scotland = Isafswm gofal cymdeithasol, yr Alban
reference-care-wales = Isafswm gofal cymdeithasol, Cymru
reference-demand = Yr hyn rydym yn ei fynnu

## Mathau o amser

time-work = Gwaith
time-visits = Ymweliadau
time-travel = Teithio rhwng ymweliadau
time-waiting = Aros
time-training = Hyfforddiant
time-handover = Trosglwyddo a nodiadau
time-home-travel = Teithio i'r gwaith ac adref
time-break = Seibiannau
time-sleep-in = Cysgu i mewn

## Beth na all fod yn iawn. Mae pob un yn dweud sut i'w gywiro.

error-ends-before-start = Mae'r diwrnod olaf cyn y diwrnod cyntaf. Gwiriwch y ddau ddyddiad.
error-period-too-long = Mis yw'r cyfnod cyflog hiraf. Gall y diwrnod olaf fod yn { $date } fan bellaf. Gwiriwch gyfnodau hirach fesul un.
error-rate-too-old = Nid oes gennym y cyfraddau cyn { $date }. Dewiswch ddiwrnod cyntaf o hynny ymlaen.
error-rate-not-yet = Nid oes gennym y gyfradd o { $date } eto. Dewiswch ddiwrnod cyntaf cyn hynny, neu dewch yn ôl pan fydd y gyfradd allan.
error-negative = Mae hwn yn is na sero. Rhowch sero neu fwy.
error-too-large = Mae hwn yn fwy nag y gall fod. Rhowch { $most } neu lai.
error-too-precise = Mae gan hwn ormod o ddigidau ar ôl y pwynt. Defnyddiwch { $most } neu lai.
error-too-many-hours = Mae hyn yn fwy o oriau nag sydd. Mae { $most } awr yn y dyddiau hyn. Gwiriwch yr oriau a'r dyddiadau.
error-awake-longer-than-shift = Allwch chi ddim bod ar ddihun am fwy o amser na'r shifft cysgu i mewn. Gwiriwch y ddau.
error-too-many-days = Mae hyn yn fwy o ddyddiau nag y mae'r cyflog yn eu cynnwys. Rhowch { $most } neu lai.
error-too-young = Nid yw'r isafswm cyflog yn dechrau cyn { $most } oed. Gwiriwch yr oed neu'r dyddiad geni.
error-too-old = Mae'r oed hwn dros { $most }. Gwiriwch yr oed neu'r dyddiad geni.
error-band-empty = Mae'r band oed hwn yn gorffen cyn iddo ddechrau. Gwiriwch y ddau oed.
error-after-period-start = Mae'r dyddiad geni hwn ar ôl diwrnod cyntaf y cyflog. Gwiriwch y ddau ddyddiad.
error-before-birth = Mae hwn cyn y dyddiad geni. Gwiriwch y ddau ddyddiad.
error-today-before-period = Mae heddiw cyn diwrnod cyntaf y cyflog. Gwiriwch y ddau ddyddiad.
error-basic-above-paid = Mae'r gyfradd sylfaenol yn fwy na'r gyfradd a dalwyd. Gwiriwch eu bod y ffordd iawn.
error-more-than-pay = Mae hwn yn fwy na'r cyflog y mae'n rhan ohono. Gwiriwch hwn, a gwiriwch y cyflog.
