### Llofnodi gofynion, yn Gymraeg.

## O gwmpas pob sgrin

widget-title = Llofnodi'r gofynion
loading = Un eiliad…
count-none = Chi fydd y cyntaf i lofnodi.
count-signed = { $count ->
    [one] Mae un person wedi llofnodi.
   *[other] Mae { $count } o bobl wedi llofnodi.
}
count-goal = Ein nod yw { $goal }.
sign-now = Llofnodi nawr
start-signing = Llofnodi'r gofynion hyn
why = Pam?
has-signed = Diolch. Rydych chi wedi llofnodi.
see-next = Gweld beth allwch chi ei wneud nawr

## Beth sy'n atal llofnodi

bar-not-yet = Ni allwch lofnodi eto.
bar-opens-on = Gallwch lofnodi o { $date } ymlaen.
bar-closed = Ni allwch lofnodi mwyach.
bar-closed-on = Ni allwch lofnodi mwyach. Daeth hyn i ben ar { $date }.
bar-key = Ni allwch lofnodi yma ar hyn o bryd.
bar-bad-pins = Dylai'r dudalen hon ddweud pa allwedd gaiff gloi eich atebion, ac ni allwn ei darllen. Felly dyma ni'n stopio. Ni chafodd dim ei anfon. Rhowch wybod i berchennog y dudalen.
bar-other-key = Nid yr allwedd i gloi eich atebion yw'r un y mae'r dudalen hon yn ymddiried ynddi. Felly dyma ni'n stopio. Ni chafodd dim ei anfon. Rhowch wybod i berchennog y dudalen.
bar-no-key = Nid oes allwedd i gloi eich atebion. Felly dyma ni'n stopio. Ni chafodd dim ei anfon. Rhowch gynnig arall arni yn nes ymlaen.

## Mae'r ymgyrch wedi newid yn y cyfamser

changed-title = Mae hyn wedi newid tra oeddech chi yma. Edrychwch eto.
changed-demands = Yn newydd, neu mewn geiriau eraill:
changed-shorter = Cafodd gofyniad ei dynnu allan.
changed-consent = Mae'r hyn rydych chi'n cytuno iddo mewn geiriau eraill nawr.
changed-kept = Mae'r hyn a deipioch chi yma o hyd.

## Pwy sy'n llofnodi

about-title = Pwy ydych chi?
ask-category = Rydw i'n
ask-name = Eich enw
ask-email = Eich cyfeiriad e-bost
ask-email-hint = Defnyddiwch un preifat, nid un o'r gwaith. Byddwn yn anfon un neges atoch. Nid yw'r llinell bwnc yn dweud beth sydd ynddi.
have-code = Mae gen i god gan drefnydd
ask-code = Eich cod
ask-code-hint = Mae ar y slip a gawsoch gan drefnydd. Mae'n dechrau â swc1-.
have-email = Rydw i am ddefnyddio fy e-bost
only-codes = I lofnodi yma, mae angen cod gan drefnydd.
use-this = Defnyddio { $email }
ask-postcode = Eich cod post
ask-postcode-hint = Mae'n aros ar y ddyfais hon. Dim ond y llythrennau cyntaf a gadwn, i wybod ym mha ran o'r wlad rydych chi.
error-email-refused = Ni all y gweinydd anfon i'r cyfeiriad e-bost hwn. Gwiriwch ef, neu defnyddiwch un arall.

## Yr hyn y gellir ei adael allan

more-title = Mwy, os mynnwch
more-intro = Gallwch adael hyn i gyd fel y mae.
ask-public = Sut gawn ni ddangos eich enw?
ask-public-hint = Gall y trefnwyr ei ddarllen bob amser. Am bawb arall mae hyn.
public-hidden = Ddim o gwbl
public-first = Fy enw cyntaf a phwy ydw i
public-full = Fy enw llawn
ask-priorities = Pa ofynion sydd bwysicaf i chi?
ask-priorities-hint = Dewiswch hyd at dri.
ask-union = Eich undeb
ask-workplace = Ble rydych chi'n gweithio
ask-workplace-hint = Mae math o le yn ddigon, fel “cartref gofal”. Dim ond y trefnwyr all ei ddarllen.
ask-comment = Unrhyw beth yr hoffech ei ddweud

## Yr hyn y cytunir iddo

agree-title = Beth rydych chi'n cytuno iddo
agree-label = I lofnodi, ticiwch y blwch hwn
agree-box = Rydw i'n cytuno
purposes-label = Dim ond os ydych chi eisiau
partners-label = Pwy arall gaiff gopi, dim ond os ydych chi eisiau
partner-promise = Beth mae { $name } yn ei wneud ag ef
sealed-title = Beth sy'n cadw eich enw'n ddiogel
sealed-mail = Caiff eich enw a'ch atebion eu cloi ar y ddyfais hon cyn eu hanfon. Dim ond y trefnwyr all eu hagor. Mae'r gweinydd yn gweld eich cyfeiriad e-bost wrth anfon y neges atoch, ac yna'n ei anghofio. Ni allwn helpu os yw rhywun arall yn darllen eich e-bost, neu os yw'r bobl sy'n rhedeg y gweinydd yn newid y dudalen hon.
sealed-code = Caiff eich enw a'ch atebion eu cloi ar y ddyfais hon cyn eu hanfon. Dim ond y trefnwyr all eu hagor. Ni allwn helpu os yw'r bobl sy'n rhedeg y gweinydd yn newid y dudalen hon.
sign = Llofnodi
sending = Yn anfon…
solving = Mae llawer o bobl yn llofnodi. Un eiliad…

## Pan fydd rhywbeth yn methu

load-failed = Ni allwn ddangos y gofynion ar hyn o bryd.
load-no-network = Rydych chi all-lein, felly ni allwn ddangos y gofynion.
fail-no-network = Rydych chi all-lein. Mae'r hyn a deipioch chi yma o hyd.
fail-broken = Mae gan y gweinydd broblem. Mae'r hyn a deipioch chi yma o hyd. Rhowch gynnig arall arni mewn ychydig.
fail-no-campaign = Ni allwn ddod o hyd i'r gofynion hyn. Efallai fod gan y dudalen yr enw anghywir arnynt.
fail-too-many = Mae llawer o bobl yn llofnodi ar hyn o bryd. Arhoswch funud, yna rhowch gynnig arall arni. Mae'r hyn a deipioch chi yma o hyd.
fail-too-large = Mae hyn yn rhy hir i'w anfon. Ewch yn ôl a gwneud eich sylw'n fyrrach.
fail-not-taken = Ni dderbyniodd y gweinydd hyn. Does dim wedi'i golli. Rhowch gynnig arall arni yn nes ymlaen, neu dywedwch wrth y trefnwyr.
fail-no-random = Ni all y porwr hwn gloi eich atebion, felly ni chafodd dim ei anfon. Defnyddiwch borwr arall.

## Ar ôl llofnodi

thanks-mail-title = Edrychwch yn eich mewnflwch
thanks-mail-step = Un cam arall
thanks-mail = Anfonon ni neges at { $email }.
thanks-mail-then = Agorwch hi, pwyswch y ddolen, yna pwyswch y botwm. Dim ond wedyn y bydd eich enw'n cyfrif.
thanks-mail-none = Dim byd yno ar ôl pum munud? Edrychwch yn eich ffolder sbam hefyd.
send-again = Ei hanfon eto
sent-again = Anfonon ni hi eto.
thanks-code-title = Rydych chi wedi llofnodi
thanks-code = Mae eich enw'n cyfrif o hyn ymlaen.
withdraw-keep = Cadwch y ddolen hon, a pheidiwch â'i dangos i neb. Gyda hi gallwch dynnu eich enw yn ôl unrhyw bryd.
copy-link = Copïo'r ddolen
copy-refused = Ni weithiodd y copïo. Pwyswch a dal y testun i'w gopïo.
thanks-next = Beth allwch chi ei wneud nawr
share = Rhannu
share-text = Rydw i wedi llofnodi: { $campaign }. Gallwch chithau lofnodi: { $address }
share-whatsapp = Rhannu ar WhatsApp
share-email = Rhannu drwy e-bost
poster = Poster i'w argraffu
poster-scan = Sganiwch hwn i lofnodi
letter-mp = Ysgrifennu at eich AS
letter-council = Ysgrifennu at arweinydd eich cyngor
letter-label = Eich llythyr
letter-hint = Newidiwch yr hyn a fynnwch. Mae'n aros ar y ddyfais hon nes i chi ei anfon.
copy-letter = Copïo'r llythyr
print-letter = Argraffu'r llythyr
letter-by-mail = Ei agor yn eich e-bost
go-to-meetings = Dod o hyd i gyfarfod ar y dudalen hon
