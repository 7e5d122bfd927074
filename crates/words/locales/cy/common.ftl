### Geiriau y mae pob teclyn yn eu dweud. Cymraeg clir: geiriau byr, brawddegau byr.
### Mae gan bob gwerth ei fath: dangosir swm fel £12.71, dyddiad fel 6 Ebrill 2026.

## Hyd amser. Mae angen y tri hyn ym mhobman.

unit-hours = { $hours } awr
# Treiglad meddal ar ôl dwy; unigol ar ôl pob rhif.
unit-minutes = { $minutes ->
    [two] { $minutes } funud
   *[other] { $minutes } munud
}
unit-hours-minutes = { $hours } awr { $minutes ->
    [two] { $minutes } funud
   *[other] { $minutes } munud
}

## Unedau byr, wrth ymyl maes neu echel

unit-hours-short = awr
unit-minutes-short = munud
unit-pounds = punnoedd
unit-an-hour = { $amount } yr awr

## Botymau a symud o gwmpas

button-back = Yn ôl
button-continue = Parhau
button-start = Dechrau
button-start-again = Dechrau eto
button-change = Newid
button-change-what = Newid: { $what }
button-skip = Hepgor hwn
button-add = Ychwanegu un arall
button-remove = Tynnu
button-remove-what = Tynnu: { $what }
button-save = Cadw
button-copy = Copïo
button-copied = Wedi'i gopïo
button-print = Argraffu
button-close = Cau
button-try-again = Rhoi cynnig arall arni
button-show-more = Dangos mwy
button-show-less = Dangos llai
leave-page = Gadael y dudalen hon
leave-page-hint = Mae'n mynd â chi at dudalen dywydd ar unwaith. Nid yw'n clirio hanes eich porwr.
progress-step = Cam { $step } o { $steps }
opens-new-tab = yn agor mewn tab newydd

## Atebion

answer-yes = Ie
answer-no = Na
answer-not-sure = Dydw i ddim yn siŵr
answer-none = Dim
answer-not-given = Heb ei roi
field-optional = { $label } (cewch adael hwn yn wag)

## Pan fydd rhywbeth o'i le ar yr hyn a deipiwyd

problem-heading = Mae problem
problem-prefix = Problem:
input-empty = Teipiwch ateb, neu hepgorwch hwn.
input-too-long = Mae hynny'n rhy hir. Teipiwch rif, fel 12.50.
input-not-a-number = Teipiwch rif, fel 12.50.
input-negative = Teipiwch rif uwchlaw 0, heb arwydd minws.
input-too-large = Mae'r rhif hwnnw'n rhy fawr. Gwiriwch ef a'i deipio eto.
input-not-whole = Teipiwch rif cyfan, fel 3.
input-minutes-over-an-hour = Teipiwch lai na 60 munud ar ôl yr oriau, fel 7:30.
input-ambiguous = Gallwn ddarllen hynny mewn dwy ffordd. Teipiwch ef â dau rif ar ôl y dot, fel 12.50.
input-not-a-date = Teipiwch ddiwrnod, mis a blwyddyn, fel 6 4 2026.
input-no-such-day = Does dim diwrnod o'r fath. Gwiriwch y diwrnod a'r mis.
input-which-hours = Ai { $decimal } neu { $minutes } oedd gennych mewn golwg?

## Dyddiadau

date-day = Diwrnod
date-month = Mis
date-year = Blwyddyn
date-range = { $from } i { $to }

## Pa mor sicr ydym ni o gyfradd

rate-checked = Wedi'i gwirio
rate-not-checked = Heb ei gwirio eto
rate-changed = Efallai ei bod wedi newid
rate-source = Ffynhonnell: { $source }

## Gwledydd

nation-england = Lloegr
nation-scotland = Yr Alban
nation-wales = Cymru
nation-northern-ireland = Gogledd Iwerddon

## Pan fydd rhywbeth yn methu

fail-start = Ni ddechreuodd hwn.
fail-start-link = Ei agor ar ei dudalen ei hun
fail-hub = Ni allwn gyrraedd y gweinydd ar hyn o bryd. Mae'r hyn a deipioch yma o hyd.
fail-offline = Rydych all-lein. Mae hwn yn dal i weithio.
# Some words come after the first screen. While they are on their way, and where they did not come.
words-coming = Un eiliad. Mae mwy i ddod.
words-missing = Ni ddaeth gweddill y dudalen hon. Nid oes dim wedi’i golli. Gwnewch yn siŵr eich bod ar-lein, a rhowch gynnig arall arni.

## Siartiau a manylion

chart-table = Dangos fel tabl
details-how = Sut y cyfrifwyd hyn
details-sources = O ble y daw'r rheolau
not-legal-advice = Gwybodaeth yw hon, nid cyngor cyfreithiol.
stays-on-device = Mae'r hyn a deipiwch yn aros ar y ddyfais hon.
