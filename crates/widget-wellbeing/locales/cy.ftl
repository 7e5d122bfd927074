### Y cofnod llesiant, yn Gymraeg. Geiriau byr, brawddegau byr.

# Ar fotwm y partner ac yn nheitl tudalen y teclyn.
widget-title = Sut ydych chi?

## Cyn unrhyw gwestiwn

start-title = Sut ydych chi, a sut ydyn ni?
start-lead = Ychydig o gwestiynau byr. Yna cymorth, a’r darlun o’r grŵp os dymunwch. Mae’n cymryd dwy funud.
start-cannot-hide = Yr hyn na all y dudalen hon ei guddio
start-cannot-network = Eich bod wedi ei hagor, os eich cyflogwr biau’r ffôn neu’r rhwydwaith.
start-cannot-shoulder = Yr hyn a welwch yma, os oes rhywun yn edrych dros eich ysgwydd.
start-cannot-history = Yr ymweliad yn hanes eich porwr.
start-leave = Os daw rhywun
start-leave-how = Pwyswch “Gadael y dudalen hon” ar y brig, neu’r fysell Shift dair gwaith. Byddwch ar dudalen arall ar unwaith.
start-nothing-leaves = Mae eich atebion yn aros yma
start-nothing-leaves-how = Does dim yn gadael y ddyfais hon nes i chi bwyso “Ychwanegu fy un i”. Gallwch stopio cyn hynny.
support-now = Cymorth nawr
picture-see = Gweld darlun y grŵp

## Y cwestiynau. Geiriau'r Swyddfa Ystadegau Gwladol yw pedwar ons4.

ask-satisfied = Yn gyffredinol, pa mor fodlon ydych chi ar eich bywyd y dyddiau hyn?
ask-satisfied-ends = 0 yw ddim yn fodlon o gwbl, 10 yw hollol fodlon.
ask-worthwhile = Yn gyffredinol, i ba raddau ydych chi’n teimlo bod y pethau rydych chi’n eu gwneud yn eich bywyd yn werth chweil?
ask-worthwhile-ends = 0 yw ddim yn werth chweil o gwbl, 10 yw hollol werth chweil.
ask-happy = Yn gyffredinol, pa mor hapus oeddech chi’n teimlo ddoe?
ask-happy-ends = 0 yw ddim yn hapus o gwbl, 10 yw hollol hapus.
ask-anxious = Yn gyffredinol, pa mor bryderus oeddech chi’n teimlo ddoe?
ask-anxious-ends = 0 yw ddim yn bryderus o gwbl, 10 yw hollol bryderus.
ask-demands = Gallaf wneud yr hyn a ofynnir i mi yn fy oriau.
ask-control = Mae gen i lais yn y ffordd rwy’n gwneud fy ngwaith.
ask-support = Rwy’n cael help yn y gwaith pan fydd ei angen arnaf.
ask-relationships = Mae pobl yn fy nhrin â pharch yn y gwaith.
ask-role = Rwy’n gwybod beth sy’n ddisgwyliedig gen i.
ask-change = Rwy’n clywed am newidiadau mewn da bryd.
ask-work-ends = Meddyliwch am y pedair wythnos diwethaf. Pa mor aml mae hyn yn wir?
often-0 = Byth
often-1 = Anaml
often-2 = Weithiau
often-3 = Yn aml
often-4 = Bob amser
not-said = Gwell gen i beidio â dweud
ask-calm = Gallwch fynd yn ôl a’i newid.
ask-needed = Dewiswch un, neu “Gwell gen i beidio â dweud”.
to-result = Dangos beth mae hyn yn ei awgrymu

## Yr hyn mae'r atebion yn ei awgrymu

result-title = Yr hyn mae eich atebion yn ei awgrymu
result-lead = Canllaw yw hwn, nid dyfarniad. Chi sy’n gwybod orau sut ydych chi.
name-satisfied = Eich bywyd y dyddiau hyn
name-worthwhile = Yr hyn rydych yn ei wneud
name-happy = Ddoe
name-anxious = Pryder ddoe
name-demands = Yr hyn a ofynnir gennych
name-control = Eich llais yn y gwaith
name-support = Help yn y gwaith
name-relationships = Sut mae pobl yn eich trin
name-role = Gwybod eich gwaith
name-change = Clywed am newidiadau
means-not-said = Dewisoch beidio â dweud. Mae hynny’n iawn.
means-satisfied-low = Mae bywyd yn galed i chi ar hyn o bryd. Does dim rhaid i chi ei gario ar eich pen eich hun.
means-satisfied-medium = Rydych yn y canol yma. Efallai bod rhai pethau’n iawn i chi, a rhai heb fod.
means-satisfied-high = Rydych yn eithaf bodlon ar eich bywyd ar hyn o bryd.
means-satisfied-very_high = Rydych yn fodlon iawn ar eich bywyd ar hyn o bryd.
means-worthwhile-low = Dyw’r hyn rydych yn ei wneud ddim yn teimlo’n werth llawer i chi ar hyn o bryd. Gall blinder wneud hynny.
means-worthwhile-medium = Mae rhai o’r pethau rydych yn eu gwneud yn teimlo’n werth chweil i chi, a rhai ddim.
means-worthwhile-high = Mae llawer o’r hyn rydych yn ei wneud yn teimlo’n werth chweil i chi.
means-worthwhile-very_high = Mae’r hyn rydych yn ei wneud yn teimlo’n werth chweil iawn i chi.
means-happy-low = Roedd ddoe’n ddiwrnod caled. Os bydd llawer o ddyddiau felly, dywedwch wrth rywun rydych yn ymddiried ynddo.
means-happy-medium = Doedd ddoe ddim yn ddiwrnod da nac yn un gwael.
means-happy-high = Roedd ddoe’n ddiwrnod da ar y cyfan.
means-happy-very_high = Roedd ddoe’n ddiwrnod da iawn.
means-anxious-very_low = Roeddech yn teimlo’n dawel ddoe.
means-anxious-low = Roedd gennych ychydig o bryder ddoe.
means-anxious-medium = Roedd gennych rywfaint o bryder ddoe.
means-anxious-high = Roedd gennych lawer o bryder ddoe. Os bydd llawer o ddyddiau felly, dywedwch wrth rywun rydych yn ymddiried ynddo.
means-demands-seldom = Gofynnir mwy gennych nag y mae eich oriau’n ei ganiatáu. Nid eich bai chi yw hynny.
means-demands-sometimes = O bryd i’w gilydd gofynnir mwy gennych nag y gallwch ei wneud.
means-demands-often = Gan amlaf gallwch wneud yr hyn a ofynnir gennych.
means-control-seldom = Ychydig o lais sydd gennych yn eich gwaith. Yn aml mae pobl yn cael mwy o lais wrth ofyn gyda’i gilydd.
means-control-sometimes = Mae gennych rywfaint o lais yn eich gwaith.
means-control-often = Mae gennych lais da yn eich gwaith.
means-support-seldom = Gan amlaf cewch eich gadael ar eich pen eich hun gyda phethau. Isod mae pwy all helpu.
means-support-sometimes = Rydych yn cael help o bryd i’w gilydd.
means-support-often = Gan amlaf rydych yn cael yr help sydd ei angen arnoch.
means-relationships-seldom = Dydych chi ddim yn cael eich trin yn dda. Ddylai neb orfod goddef hynny.
means-relationships-sometimes = Cewch eich trin yn dda rywfaint o’r amser.
means-relationships-often = Gan amlaf cewch eich trin â pharch.
means-role-seldom = Yn aml dyw hi ddim yn glir beth ddylech ei wneud. Gallwch ofyn amdano yn ysgrifenedig.
means-role-sometimes = Dyw hi ddim bob amser yn glir beth ddylech ei wneud.
means-role-often = Gan amlaf rydych yn gwybod beth sy’n ddisgwyliedig gennych.
means-change-seldom = Rydych yn clywed am newidiadau’n rhy hwyr. Gallwch ofyn am gael clywed yn gynt.
means-change-sometimes = Rydych yn clywed am rai newidiadau mewn pryd.
means-change-often = Gan amlaf rydych yn clywed am newidiadau mewn pryd.

## Cymorth

support-title = Cymorth
support-lead = Mae yno i chi, sut bynnag ydych chi.
support-for-all = Cymorth i bawb
support-where = Ble rydych yn byw
support-call = Ffonio { $number }
support-text = Tecstio { $word } i { $number }
support-web = Agor ei dudalen
support-meetings = Dod o hyd i alwad
support-trace = Mae galwad neu neges destun yn aros yn rhestr eich ffôn. Gallwch ei thynnu oddi yno.
support-checked = Gwiriwyd y rhifau a’r tudalennau hyn gennym ar { $date }.
support-not-checked = Ni allem wirio sut i’w cyrraedd.
hours-always = Ddydd a nos, bob dydd.
hours-daily = Bob dydd. Mae’r amserau ar ei dudalen.
hours-evenings = Dydd Llun i ddydd Iau o 6pm tan 2am, ac o 6pm ddydd Gwener tan 6am ddydd Llun.
support-emergency = Mewn perygl nawr
support-emergency-for = Pan fo bywyd mewn perygl: eich bywyd chi neu rywun arall.
support-emergency-private = Gallant rannu’r hyn a ddywedwch, fel bod help yn dod.
support-samaritans = Y Samariaid
support-samaritans-for = Maen nhw’n gwrando. Does dim yn rhy fach i ffonio yn ei gylch. Am ddim.
support-samaritans-private = Dydyn nhw ddim yn gweld eich rhif. Dim ond yn anaml maen nhw’n dweud wrth eraill, megis pan fo bywyd mewn perygl.
support-shout = Shout
support-shout-for = Help drwy neges destun pan na allwch siarad. Am ddim ar y rhan fwyaf o ffonau.
support-shout-private = Does dim rhaid dweud eich enw.
support-nhs-england = GIG 111 Lloegr
support-nhs-england-for = Dewiswch yr opsiwn iechyd meddwl. Pan fydd angen help arnoch yn fuan. Am ddim.
support-nhs-england-private = Mae’n rhan o’r GIG a gall gadw nodiadau, fel eich meddyg.
support-nhs-wales = GIG 111 Cymru
support-nhs-wales-for = Pwyswch 2 ar gyfer iechyd meddwl. Pan fydd angen help arnoch yn fuan. Am ddim.
support-nhs-wales-private = Mae’n rhan o’r GIG a gall gadw nodiadau, fel eich meddyg.
support-nhs-scotland = NHS 24
support-nhs-scotland-for = Dewiswch yr opsiwn iechyd meddwl. Pan fydd angen help arnoch yn fuan. Am ddim.
support-nhs-scotland-private = Mae’n rhan o’r GIG a gall gadw nodiadau, fel eich meddyg.
support-lifeline = Lifeline
support-lifeline-for = I bobl yng Ngogledd Iwerddon sydd mewn trallod neu anobaith. Am ddim.
support-lifeline-private = Maen nhw’n dweud wrthych ar y dechrau beth maen nhw’n ei gadw iddyn nhw eu hunain.
support-breathing-space = Breathing Space
support-breathing-space-for = I bobl yn yr Alban sy’n teimlo’n isel, yn bryderus neu wedi ymlâdd. Am ddim.
support-breathing-space-private = Maen nhw’n cadw’r hyn a ddywedwch iddyn nhw eu hunain.
support-care-workers-charity = The Care Workers’ Charity
support-care-workers-charity-for = Arian mewn argyfwng a sgyrsiau am ddim â chwnselydd, i bobl sy’n gweithio ym maes gofal.
support-care-workers-charity-private = Rydych yn rhoi eich enw i ofyn. Nid yw’n rhan o unrhyw gyflogwr.
support-modern-slavery = Y Llinell Gymorth Caethwasiaeth Fodern
support-modern-slavery-for = Os cewch eich gorfodi i weithio, heb eich talu, neu os defnyddir eich fisa neu’ch papurau yn eich erbyn.
support-modern-slavery-private = Does dim rhaid dweud pwy ydych chi. Nid yw’n rhan o’r heddlu na’r llywodraeth.
support-peers = Galwadau gyda gweithwyr gofal a chymorth eraill
support-peers-for = Gweithwyr sy’n eu cynnal. Cewch wrando’n unig.
support-peers-private = Mae eraill ar yr alwad yn gweld yr enw a ddefnyddiwch. Gwnaiff unrhyw enw y tro.

## Beth nesaf

next-title = Beth gallwch ei wneud nawr
add-mine = Ychwanegu fy un i at ddarlun y grŵp
diary-keep = Cadw dyddiadur ar y ddyfais hon
forget-all = Anghofio popeth
forget-all-hint = Mae’n tynnu eich atebion a’r dyddiadur, ac yn mynd yn ôl i’r dechrau.
forgotten = Mae popeth wedi’i anghofio.

## Ychwanegu

share-title = Ychwanegu fy un i at ddarlun y grŵp
share-lead = Dim ond os ydych am wneud. Dyma beth sy’n digwydd wedyn.
share-place = Ble rydych yn gweithio?
share-place-hint = Caiff ei gyfrif gyda phawb yno, byth fesul gweithle.
share-choose = Dewis
share-place-needed = Dewiswch ble rydych yn gweithio.
share-keys = Pwy sy’n dal y ddwy allwedd
share-keys-one-hub = Caiff pob ateb ei dorri’n ddau a’i gloi. Mae gan { $first } un allwedd. Mae gan { $second } y llall, ar yr un peiriant. Nid yw un hanner yn dweud dim ar ei ben ei hun.
share-keys-two = Caiff pob ateb ei dorri’n ddau a’i gloi. Mae gan { $first } un allwedd. Mae gan { $second } y llall, ar beiriant arall. Nid yw un hanner yn dweud dim ar ei ben ei hun.
share-leaves = Yr hyn sy’n gadael y ddyfais hon
share-leaves-how = Ble rydych yn gweithio. Ar gyfer pob cwestiwn, y grŵp mae eich ateb ynddo, megis “7 neu 8”, mewn dau hanner wedi’u cloi. Dim enw, dim rhif, dim nodyn o’ch ffôn. Mae pob un a anfonir yr un maint.
share-address = Fel unrhyw wefan, mae ein gwefan ni’n gweld y cyfeiriad rhwydwaith y daw ohono. Nid yw’n ei gadw.
share-ends = Pryd caiff ei ddinistrio
share-ends-how = Caiff ei adio ar ôl { $to }, os bydd o leiaf { $minimum } o bobl yno wedi cymryd rhan. Caiff yr hyn nad yw’n cael ei adio ei ddinistrio, heb ei ddarllen, erbyn { $date }.
share-claim = Yr hyn y gallwn ei addo
claim-one-hub = Nid ydym yn cadw dim y gellid ei olrhain i chi.
claim-one-hub-more = Mae’r ddwy allwedd ar un peiriant. Felly ni allwn ddweud na allem edrych.
claim-two = Ni all neb ddarllen ateb ar ei ben ei hun.
claim-two-more = Byddai’n rhaid i { $first } a { $second } ill dau dorri eu gair.
share-who = Pwy a all fod wedi ateb
open-to-anyone = Mae’n agored i bawb. Does neb yn gwirio pwy sy’n ateb.
share-go = Ychwanegu fy un i
share-going = Yn ychwanegu
share-done = Wedi’i ychwanegu. Diolch.
share-done-more = Caiff ei gyfrif gyda’r lleill ar ôl { $to }. Ni ellir eich gwahaniaethu, felly ni ellir ei dynnu’n ôl.
share-not-added = Ni chafodd ei ychwanegu. Does dim wedi’i golli.
fail-network = Does dim rhwydwaith ar hyn o bryd. Rhowch gynnig arall arni pan fydd un.
fail-server = Ni allwn gyrraedd y gweinydd ar hyn o bryd.
fail-busy = Mae gormod o bobl yn ychwanegu ar hyn o bryd. Arhoswch funud.
fail-week = Mae wythnos newydd wedi dechrau. Darllenwch hwn unwaith eto, yna pwyswch eto.
fail-refused = Ni chymerodd y gweinydd ef.
fail-random = Does gan eich porwr ddim ffynhonnell hap ddiogel, felly ni ellir cloi dim.
bar-title = Ni allwch ychwanegu eich un chi ar hyn o bryd
bar-rest = Mae popeth arall ar y dudalen hon yn gweithio.
bar-waiting = Un funud. Rydym yn edrych pwy sy’n dal yr allweddi.
bar-no-week = Does dim wythnos ar agor. Dewch yn ôl ar ddiwrnod arall.
bar-no-campaign = Does dim grŵp o’r fath.
bar-other-questions = Mae’r grŵp yn gofyn cwestiynau eraill yr wythnos hon.
bar-other-campaign = Cerdyn grŵp arall yw hwn. Felly ni chaiff dim ei anfon.
card-layout = Ni allwn ddarllen cerdyn yr wythnos hon. Felly ni chaiff dim ei anfon.
card-pack = Mae’r grŵp yn gofyn cwestiynau nad yw’r dudalen hon yn eu hadnabod.
card-too-few = Byddai’r cerdyn yn dangos grwpiau o lai na 10 o bobl. Felly ni chaiff dim ei anfon.
card-places = Nid yw’r cerdyn yn enwi unrhyw le, neu mae’n enwi un nad ydym yn ei adnabod. Felly ni chaiff dim ei anfon.
card-one-holder = Un sy’n dal y ddwy allwedd. Felly ni chaiff dim ei anfon.
card-unsigned = Nid yw’r cerdyn wedi’i lofnodi gan y ddau. Felly ni chaiff dim ei anfon.

## Darlun y grŵp

picture-title = Darlun y grŵp
picture-lead = Sut mae gweithwyr gofal a chymorth, fesul lle.
picture-place = Lle
picture-weeks = Wythnosau hyd at
picture-none = Does dim darlun eto.
picture-none-more = Caiff un ei wneud pan fydd o leiaf { $minimum } o bobl mewn un lle wedi cymryd rhan.
picture-missing = Ni ddaeth y darlun.
picture-unsigned = Nid yw’r darlun hwn yn cael ei ddangos.
picture-unsigned-more = Nid yw’r llofnod cywir arno, felly gallai fod yn waith rhywun arall. Does a wnelo eich atebion chi ddim â hynny.
picture-unchecked = Nid oedd modd gwirio pwy wnaeth y darlun hwn. Mae angen wythnos sydd ar agor ar gyfer hynny.
picture-percent = { $percent }%
picture-most = { $percent }% neu fwy
picture-least = { $percent }% neu lai
picture-answer = Ateb
picture-share = Cyfran
picture-range = { $name } ({ $from } i { $to })
picture-about = Am y darlun hwn
picture-people = Tua { $people } o bobl, o { $from } i { $to }.
picture-rounded = Caiff y ffigurau eu talgrynnu i { $step }%, fel na ellir adnabod neb ohonynt. Efallai na fyddant yn adio i 100.
picture-minimum = Does dim darlun o lai na { $minimum } o bobl.
cell-very_low = Isel iawn
cell-low = Isel
cell-medium = Canolig
cell-high = Uchel
cell-very_high = Uchel iawn
cell-seldom = Byth neu anaml
cell-sometimes = Weithiau
cell-often = Yn aml neu bob amser
cell-not-said = Heb ddweud
place-north-east = Gogledd-ddwyrain Lloegr
place-north-west = Gogledd-orllewin Lloegr
place-yorkshire-and-the-humber = Swydd Efrog a’r Humber
place-east-midlands = Dwyrain Canolbarth Lloegr
place-west-midlands = Gorllewin Canolbarth Lloegr
place-east-of-england = Dwyrain Lloegr
place-london = Llundain
place-south-east = De-ddwyrain Lloegr
place-south-west = De-orllewin Lloegr
place-scotland = Yr Alban
place-wales = Cymru
place-northern-ireland = Gogledd Iwerddon

## Y dyddiadur

diary-title = Eich dyddiadur
diary-lead = Un cofnod y dydd, ar y ddyfais hon yn unig. Mae wedi’i gloi â chyfrinair.
diary-tab = Does dim lle i ddyddiadur yma
diary-tab-more = Ni ellir cadw dim y tu mewn i dudalen arall. Agorwch hwn yn ei dab ei hun i gadw dyddiadur.
diary-tab-open = Agor yn ei dab ei hun
diary-new = Dewiswch gyfrinair
diary-new-hint = Tri neu bedwar gair na fyddai neb yn eu dyfalu. Ni all neb ei gael yn ôl i chi, na ninnau chwaith.
diary-old = Eich cyfrinair
diary-too-short = Teipiwch o leiaf 8 llythyren.
diary-wrong = Nid yw hwnnw’n ei agor. Gwiriwch y cyfrinair.
diary-failed = Ni allai eich porwr wneud hynny.
diary-make = Dechrau dyddiadur
diary-open = Agor
diary-working = Un funud
diary-add = Cadw atebion heddiw
diary-kept = Wedi’i gadw.
diary-empty = Does dim cofnodion eto.
diary-close = Ei gloi
diary-shared = Gall eraill sy’n defnyddio’r ddyfais hon weld bod dyddiadur, nid beth sydd ynddo.
