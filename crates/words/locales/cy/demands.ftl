### Yr hyn a all fod o'i le ar ffurflen sy'n llofnodi gofynion, a'r hyn i wylio amdano.
### Un neu ddwy frawddeg fer yr un. Mae'r rheolau'n enwi'r allweddi hyn; gweler crates/demands a
### crates/places.

## Yr enw

error-name-empty = Teipiwch eich enw.
error-name-too-long = Mae'r enw hwn yn hirach na { $most } llythyren. Teipiwch ffurf fyrrach arno.
error-name-hidden = Mae arwydd na ellir ei weld yn yr enw hwn. Dilëwch yr enw a'i deipio eto.
error-name-no-letter = Does dim llythyren yn yr enw hwn. Teipiwch eich enw mewn llythrennau o unrhyw wyddor.
error-name-web-address = Mae hwn yn edrych fel cyfeiriad gwe. Teipiwch eich enw yma.
error-name-email-address = Mae hwn yn edrych fel cyfeiriad e-bost. Teipiwch eich enw yma, a'r cyfeiriad e-bost yn ei flwch ei hun.
error-name-sign = Ni all enw gynnwys "{ $character }". Tynnwch ef allan.

## Y cyfeiriad e-bost

error-email-empty = Teipiwch eich cyfeiriad e-bost.
error-email-no-at = Does dim @ yn y cyfeiriad e-bost hwn. Teipiwch ef fel ada@example.org.
error-email-two-ats = Mae mwy nag un @ yn y cyfeiriad e-bost hwn. Teipiwch un cyfeiriad, gydag un @.
error-email-space = Mae bwlch yn y cyfeiriad e-bost hwn. Tynnwch ef allan.
error-email-no-mailbox = Does dim byd cyn yr @. Teipiwch y cyfeiriad e-bost cyfan, fel ada@example.org.
error-email-mailbox-too-long = Mae'r rhan cyn yr @ yn rhy hir. Gwiriwch hi.
error-email-too-long = Mae'r cyfeiriad e-bost hwn yn rhy hir. Teipiwch y cyfeiriad yn unig.
error-email-mailbox-dot = Mae atalnod llawn yn ormod cyn yr @. Gwiriwch yr atalnodau llawn.
error-email-quoted = Mae dyfynodau yn y cyfeiriad e-bost hwn. Tynnwch nhw allan.
error-email-mailbox-character = Ni all cyfeiriad e-bost gynnwys "{ $character }" cyn yr @. Tynnwch ef allan.
error-email-no-domain = Does dim byd ar ôl yr @. Teipiwch y cyfeiriad e-bost cyfan, fel ada@example.org.
error-email-no-ending = Mae diwedd y cyfeiriad e-bost hwn ar goll. Ychwanegwch ef: .com neu .cymru, er enghraifft.
error-email-domain-dot = Mae atalnod llawn yn ormod ar ôl yr @. Gwiriwch yr atalnodau llawn.
error-email-domain-character = Ni all cyfeiriad e-bost gynnwys "{ $character }" ar ôl yr @. Tynnwch ef allan.
error-email-domain-hyphen = Mae cysylltnod yn y lle anghywir ar ôl yr @. Gwiriwch ef.
error-email-part-too-long = Mae un rhan ar ôl yr @ yn rhy hir. Gwiriwch hi.
error-email-ending = Mae diwedd y cyfeiriad e-bost hwn yn un nad yw'n bod. Gwiriwch y llythrennau ar ôl yr atalnod llawn olaf.
error-email-network-address = Mae rhifau yn y cyfeiriad e-bost hwn lle dylai enw fod. Teipiwch ef fel ada@example.org.

hint-email-perhaps-meant = Ai { $email } oedd gennych mewn golwg?

## Y cod post

error-postcode-empty = Teipiwch eich cod post, fel LS1 4DY.
error-postcode-character = Dim ond llythrennau a rhifau sydd mewn cod post. Tynnwch "{ $character }" allan.
error-postcode-too-short = Mae hwn yn rhy fyr. Teipiwch y cod post cyfan, fel LS1 4DY.
error-postcode-too-long = Mae hwn yn rhy hir. Teipiwch y cod post yn unig, fel LS1 4DY.
error-postcode-only-numbers = Mae llythrennau hefyd mewn cod post yn y DU. Teipiwch ef fel LS1 4DY.
error-postcode-starts-with-number = Mae cod post yn y DU yn dechrau â llythyren. Teipiwch ef fel LS1 4DY.
error-postcode-first-half-only = { $half } yw'r hanner cyntaf. Teipiwch y cod post cyfan, fel { $half } 4DY.
error-postcode-second-half-only = Yr ail hanner yw hwn. Teipiwch y cod post cyfan, fel LS1 4DY.
error-postcode-unknown-area = Does dim cod post yn y DU yn dechrau â { $half }. Gwiriwch y llythrennau cyntaf.
error-postcode-first-half = Ni all { $half } fod yn hanner cyntaf cod post. Gwiriwch ef.
error-postcode-second-half = Mae cod post yn gorffen â rhif a dwy lythyren, fel 4DY. Gwiriwch y diwedd.
error-postcode-never-at-the-end = Nid yw { $character } byth ymhlith dwy lythyren olaf cod post. Gwiriwch y diwedd.
error-postcode-bfpo = Rhif BFPO yw hwn. Teipiwch y cod post sy'n mynd gydag ef: mae'n dechrau â BF1.
error-postcode-irish = Eircode o Iwerddon yw hwn. Teipiwch god post o'r DU, fel LS1 4DY.

hint-postcode-read-as = Rydym wedi ei ddarllen fel { $postcode }.

## Gweddill y ffurflen

error-not-chosen = Dewiswch un.
error-no-such-choice = Nid yw'r dewis hwn yno bellach. Dewiswch eto.
error-too-long = Mae hwn yn hirach na { $most } llythyren. Gwnewch ef yn fyrrach.
error-hidden-character = Mae arwydd na ellir ei weld yma. Dilëwch ef a'i deipio eto.
error-too-many-priorities = Gallwch farcio { $most } gofyniad ar y mwyaf. Tynnwch un marc.
error-not-agreed = Ticiwch y blwch hwn os ydych yn cytuno. Ni chawn gadw eich enw os nad ydych.

## Cod gan drefnydd

error-code-empty = Teipiwch y cod ar eich darn papur.
error-code-prefix = Nid cod gan drefnydd yw hwn. Mae cod yn dechrau â swc1-.
error-code-character = Ni all cod gynnwys "{ $character }". Edrychwch eto ar y papur.
error-code-length = Mae gan god { $wanted } llythyren a rhif ar ôl swc1-, ac mae { $got } yma. Edrychwch eto ar y papur.
error-code-mistyped = Mae llithriad yn y cod hwn. Edrychwch eto ar y papur, fesul llythyren.
error-code-unknown = Nid yw'r ymgyrch hon yn adnabod y cod hwn. Gofynnwch i'r trefnydd am un arall.
error-code-used = Mae'r cod hwn wedi'i ddefnyddio o'r blaen. Gofynnwch i'r trefnydd am un arall.

## Allweddi a'u holion bysedd, i'r rhai sy'n rhoi teclyn mewn tudalen ac i drefnwyr

error-key-empty = Does dim byd yma. Copïwch y testun cyfan eto.
error-key-prefix = Rhaid i hwn ddechrau â { $wanted }. Copïwch y testun cywir.
error-key-character = Nid yw "{ $character }" yn perthyn yma. Copïwch y testun cyfan eto.
error-key-length = Rhaid cael { $wanted } llythyren a rhif ar ôl y cysylltnod cyntaf, ac mae { $got }. Copïwch y testun cyfan eto.
error-key-mistyped = Mae camgymeriad yma, neu mae rhan ar goll. Copïwch y testun cyfan eto.

## Cyfeiriadau y gall cyflogwr neu gydweithwyr eu darllen. Rhybudd, byth gwrthodiad.

caution-email-health = Cyfeiriad y gwasanaeth iechyd yw hwn. Gall pobl yn y gwaith weld yr hyn a ddaw yno. Defnyddiwch un preifat os gallwch.
caution-email-government = Cyfeiriad cyngor neu'r llywodraeth yw hwn. Gall pobl yn y gwaith weld yr hyn a ddaw yno. Defnyddiwch un preifat os gallwch.
caution-email-forces = Cyfeiriad yr heddlu neu'r lluoedd yw hwn. Gall pobl yn y gwaith weld yr hyn a ddaw yno. Defnyddiwch un preifat os gallwch.
caution-email-university = Cyfeiriad coleg neu brifysgol yw hwn. Gall y staff weld yr hyn a ddaw yno. Defnyddiwch un preifat os gallwch.
caution-email-school = Cyfeiriad ysgol yw hwn. Gall y staff weld yr hyn a ddaw yno. Defnyddiwch un preifat os gallwch.
caution-email-employer = Mae hwn yn edrych fel cyfeiriad eich cyflogwr. Gallant weld yr hyn a ddaw yno. Defnyddiwch un preifat os gallwch.
caution-email-care-provider = Mae hwn yn edrych fel cyfeiriad darparwr gofal neu gymorth. Gall pobl yn y gwaith weld yr hyn a ddaw yno. Defnyddiwch un preifat os gallwch.
caution-email-shared = Gall pobl eraill ddarllen yr hyn a ddaw i'r cyfeiriad hwn. Defnyddiwch un preifat os gallwch.
