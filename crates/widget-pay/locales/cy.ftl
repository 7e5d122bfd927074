### Y gwiriwr cyflog, yn Gymraeg. Brawddegau byr, geiriau bob dydd, "chi" bob tro.

## O gwmpas pob sgrin

widget-title = Gwirio eich cyflog
pay-welcome = Gawsoch chi’r cyflog iawn? Cewch wybod mewn pum cwestiwn byr. Nid oes dim a deipiwch yn gadael y ddyfais hon, ac ni chaiff dim ei gadw.
progress-question = Cwestiwn { $step } o { $of }
show-result = Dangos fy nghanlyniad
save-answer = Cadw a gweld fy nghanlyniad
dont-know = Dydw i ddim yn gwybod
reading-is = Hynny yw { $hours }.
reading-or = Ai { $decimal } neu { $minutes } oeddech chi’n ei feddwl? Dewiswch un.
reading-long-week = Mae hynny’n fwy na 60 awr yr wythnos. Ydy hynny’n gywir?
reading-odd-pay = Mae hynny’n { $rate } am bob awr. Ydy hynny’n gywir?
reading-period = Byddwn yn gwirio { $from } i { $to }.
reading-not-over = Nid yw’r cyfnod hwn ar ben eto. Efallai y cewch eich talu amdano o hyd.
missing-choice = Dewiswch un ateb.
missing-number = Teipiwch rif, neu gwasgwch “Dydw i ddim yn gwybod”.
other-age-groups = Roedd y grwpiau oedran yn wahanol ar { $date }. Dewiswch eto.

## Pum cwestiwn

ask-age = Faint yw eich oed?
ask-age-hint = Mae’r isafswm cyflog yn dibynnu ar eich oed. Rhowch eich oed ar { $date }.
age-from = { $age } neu’n hŷn
age-between = { $from } i { $to }
age-under = O dan { $age }
age-not-said = Gwell gen i beidio â dweud
ask-paid = Pa mor aml ydych chi’n cael eich talu?
paid-weekly = Bob wythnos
paid-fortnightly = Bob pythefnos
paid-four-weekly = Bob pedair wythnos
paid-monthly = Bob mis
ask-from = Diwrnod cyntaf
ask-from-open = Gwirio dyddiadau eraill
ask-from-hint = Y diwrnod cyntaf yr oedd eich cyflog amdano.
ask-hours = Sawl awr wnaethoch chi weithio?
ask-hours-hint = Eich ymweliadau neu’ch shifftiau o { $from } i { $to }. Daw teithio, aros a nosweithiau cysgu i mewn wedyn. Er enghraifft 120, 7.5 neu 7h30.
ask-other = Faint yn rhagor o amser aeth ar eich gwaith?
ask-other-intro = Mae hyn i gyd yn cyfrif, â thâl neu heb dâl. Teipiwch fel 7h30, 7.5 neu 45 munud. Rhowch 0 os nad oedd dim. Gadewch flwch yn wag os nad ydych chi’n gwybod.
ask-travel = Teithio rhwng ymweliadau
ask-travel-hint = Nid o gartref i’ch ymweliad cyntaf, nac adref ar ôl yr olaf.
ask-waiting = Aros rhwng ymweliadau
ask-waiting-hint = Pan nad oedd amser am egwyl go iawn gartref.
ask-training = Hyfforddiant
ask-training-hint = Ar-lein hefyd, os yw’ch swydd yn gofyn amdano.
ask-handover = Trosglwyddo, nodiadau a chyfarfodydd
ask-handover-hint = Fel 10 munud cyn pob shifft.
ask-pay = Faint gawsoch chi eich talu, cyn treth?
ask-pay-hint = Efallai mai cyflog gros yw’r enw ar eich slip cyflog. Gadewch allan gildyrnau, benthyciadau, cyflog ymlaen llaw, ac arian yn ôl am filltiroedd neu gostau.

## Yn fwy manwl

ask-dates = Union ddyddiadau
ask-dates-intro = Y dyddiau yr oedd eich cyflog amdanynt. Mis ar y mwyaf.
ask-to = Diwrnod olaf
ask-to-hint = Gadewch ef yn wag a byddwn ni’n ei gyfrifo.
ask-exact-age = Eich union oed
ask-exact-age-intro = Llenwch un o’r ddau hyn.
ask-born = Dyddiad geni
ask-years = Oed mewn blynyddoedd
ask-years-hint = Ar { $date }.
ask-apprentice = Ydych chi’n brentis?
ask-apprentice-hint = Mae gan rai prentisiaid isafswm cyflog is.
ask-apprentice-since = Diwrnod cyntaf fel prentis
ask-sleep-ins = Nosweithiau cysgu i mewn
ask-sleep-ins-intro = Nosweithiau yn y gwaith pan gewch gysgu, a chodi os bydd eich angen.
ask-nights = Sawl noson gysgu i mewn?
ask-night-hours = Oriau pob noson
ask-night-hours-hint = O’r dechrau i’r diwedd. Er enghraifft 9, neu 8h30.
ask-night-place = Gawsoch chi gysgu, mewn lle go iawn i wneud hynny?
ask-night-awake = Amser ar eich traed yn gweithio
ask-night-awake-hint = Am yr holl nosweithiau gyda’i gilydd.
ask-night-pay = Tâl am y nosweithiau hyn
ask-night-pay-hint = Y rhan o’ch cyflog a oedd am y nosweithiau hyn.
ask-premiums = Tâl ychwanegol am nosweithiau neu benwythnosau
ask-premiums-intro = Nid yw’r swm ar ben eich cyfradd isaf yn cyfrif tuag at yr isafswm cyflog.
ask-premium = Tâl ychwanegol i gyd
ask-premium-hint = Dywedwch eich bod yn cael £13, a £15 ar ddydd Sul. Mae dwy awr ar ddydd Sul yn £4 ychwanegol.
ask-deductions = Arian a dynnwyd o’ch cyflog
ask-deductions-intro = Gadewch allan dreth, Yswiriant Gwladol, pensiwn a thâl undeb.
ask-deducted = Arian a gymerodd eich cyflogwr a’i gadw
ask-deducted-hint = Fel am hyfforddiant, gwisg neu lifft i’r gwaith.
ask-costs = Costau’r swydd
ask-costs-intro = Yr hyn a daloch eich hun heb ei gael yn ôl.
ask-uniform = Gwisg
ask-phone = Ffôn
ask-parking = Parcio
ask-dbs = Tâl eich cyflogwr ei hun am wiriad DBS
ask-dbs-hint = Nid y ffi am y gwiriad ei hun.
ask-miles = Milltiroedd a yrroch i’r gwaith ei hun
ask-miles-hint = Nid i’ch ymweliad cyntaf, nac adref ar ôl yr olaf.
ask-mile-cost = Gwir gost un filltir i chi
ask-mile-cost-hint = Tanwydd, atgyweirio a rhan o’r yswiriant, mewn punnoedd. Er enghraifft 0.35.
ask-miles-repaid = Arian milltiroedd a gawsoch yn ôl
ask-home = Cartref sy’n dod gyda’r swydd
ask-home-intro = Rydych chi’n byw yno, neu’n rhentu gan eich cyflogwr.
ask-home-days = Sawl diwrnod yr oedd i chi yn y cyfnod hwn
ask-home-charge = Yr hyn a daloch am un diwrnod
ask-home-charge-hint = Rhowch 0 os oedd am ddim.
ask-live-in = Ydych chi’n byw yn y gwaith, heb oriau penodol?
ask-later = Arian a ddaeth wedyn
ask-paid-next = Wedi’i dalu gyda’ch cyflog nesaf, am y gwaith hwn
ask-paid-since = Wedi’i dalu’n ôl i chi ers hynny
ask-paid-since-hint = I wneud iawn am gyflog coll.

## Canlyniad

your-result = Eich canlyniad
verdict-short = Mae’n edrych fel petaech wedi cael llai na’r isafswm cyflog.
verdict-settled = Cawsoch lai na’r isafswm cyflog, ond mae’n edrych fel petai wedi’i gywiro ers hynny.
verdict-fine = Newyddion da. O’r hyn a ddywedoch, cawsoch o leiaf yr isafswm cyflog.
verdict-no-hours = I fod yn siŵr, mae angen eich oriau arnom.
verdict-no-pay = I fod yn siŵr, mae angen eich cyflog arnom.
verdict-neither = I fod yn siŵr, mae angen eich oriau a’ch cyflog arnom.
verdict-broken = I fod yn siŵr, mae angen i chi edrych eto ar un ateb.
owed-name = Efallai fod arnynt i chi
rate-name = Eich gwir gyflog fesul awr
verdict-period = Am { $from } i { $to }, cyn treth.
verdict-beside = Eich gwir gyflog fesul awr oedd { $rate }. Yr isafswm cyflog oedd { $minimum }.
verdict-beside-minimum = Yr isafswm cyflog oedd { $minimum } yr awr.
calm-short = Nid eich bai chi yw hyn. Rhaid i’ch cyflogwr dalu’r hyn sydd ar goll, ac mae pobl a all helpu. Nid oes rhaid i chi wneud dim heddiw.
calm-fine = Oes rhywbeth yn dal i deimlo o’i le? Gall amser heb dâl a chostau newid yr ateb. Gallwch eu hychwanegu isod.
owed-grew = Roeddech { $shortfall } yn brin bryd hynny. Mae’r gyfraith yn defnyddio’r gyfradd newydd ar gyfer hen ddyledion, felly { $arrears } ydyw nawr.

## Siartiau

chart-rates = Eich gwir gyflog fesul awr wrth ochr cyfraddau eraill
chart-you = Chi
chart-unknown = Mae isafswm gofal lle’r ydych chi’n gweithio, ond nid ydym yn gwybod y gyfradd eleni eto.
chart-hour = I ble’r aeth pob awr
chart-visits = Ymweliadau a shifftiau
chart-training = Hyfforddi a throsglwyddo
chart-what = Beth
chart-amount = Faint
mileage-relief = Efallai y cewch rywfaint o dreth yn ôl hefyd. Roedd eich arian milltiroedd { $difference } o dan gyfradd ddi-dreth CThEF. Gallwch hawlio rhyddhad treth ar hynny. Nid yw’n rhan o’ch cyflog.

## O dan yr ateb

what-could-change = Beth allai newid hyn
add-this = Ychwanegu hyn
your-answers = Eich atebion
more-exact = Gwneud hyn yn fwy manwl
more-exact-intro = Ychwanegwch yr hyn sy’n berthnasol yn unig. Daw pob un â chi’n ôl yma.
next-steps = Beth allwch chi ei wneud nesaf
next-keep = Cadwch eich rota a’ch slipiau cyflog. Nodwch eich amser teithio ac aros.
next-visa = Ydy eich fisa ynghlwm wrth eich swydd? Siaradwch ag undeb neu gynghorydd yn gyntaf, cyn rhoi gwybod am ddim.
ask-nation = Ble ydych chi’n gweithio?
call = Ffonio { $who }: { $phone }
contact-union = Dod o hyd i undeb
contact-union-for = Gall undeb godi’r mater drosoch. Cewch ymuno unrhyw bryd. Does dim rhaid i’ch bòs wybod.
contact-union-ni = Cyngres Undebau Llafur Iwerddon (ICTU)
contact-union-ni-for = Gall eich helpu i ddod o hyd i undeb. Gall undeb godi’r mater drosoch. Cewch ymuno unrhyw bryd. Does dim rhaid i’ch bòs wybod.
contact-acas = Acas
contact-acas-for = Cyngor am ddim ar gyflog a hawliau yn y gwaith.
contact-acas-ni-for = Yng Ngogledd Iwerddon, cyngor am ddim ar yr isafswm cyflog.
contact-lra = Asiantaeth Cysylltiadau Llafur (LRA)
contact-lra-for = Cyngor am ddim ar hawliau yn y gwaith.
contact-advice = Cyngor ar Bopeth
contact-advice-scotland = Citizens Advice Scotland
contact-advice-ni = Advice NI
contact-advice-for = Cyngor am ddim ar waith ac arian.
contact-fwa = Asiantaeth Gwaith Teg (Fair Work Agency)
contact-fwa-for = Gall wneud i gyflogwr dalu’r hyn sydd ar goll. Gall Acas ddweud wrthych sut i gysylltu.
