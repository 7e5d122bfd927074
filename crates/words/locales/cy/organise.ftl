### Pam na wnaed yr hyn y gofynnodd trefnydd amdano, a sut i'w unioni. Mae llyfrgell yr hyb yn enwi'r
### allweddi hyn; gweler crates/hub/src/organise.

error-organise-store = { $why }
error-organise-file = Ni ellir defnyddio'r ffeil ymgyrch hon:
    { $why }
error-organise-no-such-campaign = Does dim ymgyrch "{ $campaign }". Gweler "swansfeet campaign list".
error-organise-exists = Mae ymgyrch "{ $campaign }" yno'n barod. Dewiswch slug arall, neu defnyddiwch "swansfeet campaign update".
error-organise-brings-keys = Mae allweddi yn y ffeil ymgyrch hon. Tynnwch nhw allan: y rhaglen hon sy'n gwneud allweddi.
error-organise-no-organiser = Enwch o leiaf un trefnydd.
error-organise-organiser-twice = Mae "{ $organiser }" yn drefnydd yn barod. Dewiswch id arall.
error-organise-no-such-organiser = Does dim trefnydd "{ $organiser }". Gweler "swansfeet campaign keys".
error-organise-last-organiser = "{ $organiser }" yw'r trefnydd olaf. Ychwanegwch un arall yn gyntaf.
error-organise-oneself = Allwedd "{ $organiser }" yw hon, a fyddai'n cael ei dynnu. Defnyddiwch allwedd un sy'n aros.
error-organise-strangers-key = Nid allwedd trefnydd yr ymgyrch hon yw hon. Defnyddiwch ffeil allwedd arall, neu ffeil adfer.
error-organise-wrapped = Nid yw allwedd amlapiedig epoc { $epoch } yn agor: { $why }. Defnyddiwch ffeil adfer yr epoc hwnnw.
error-organise-weak = { $why }
error-organise-no-key = Does gan yr ymgyrch "{ $campaign }" ddim allwedd. Gwnewch hi eto.
error-organise-not-proved = Ni roddwyd cynnig ar epoc allwedd { $epoch } eto. Rhowch ei ffeil adfer gyda --recovery: mae'r ymgyrch yn agor pan fydd dadgryptio prawf â hi wedi gweithio.
error-organise-other-recovery = Nid yw'r ffeil adfer hon yn agor cofnodion yr ymgyrch hon: mae'n perthyn i ymgyrch arall, neu i epoc allwedd arall. Ni newidiwyd dim.
error-organise-recovery = Ni ellir defnyddio'r ffeil allwedd neu'r ffeil adfer hon: { $why }.
error-organise-key-file = Ni ellir defnyddio'r ffeil allwedd hon: { $why }.
error-organise-other-slug = Ffeil yr ymgyrch "{ $found }" yw hon, nid "{ $campaign }". Nid yw slug byth yn newid: mae cofnodion ynghlwm wrtho.
error-organise-consent-version = Mae geiriau'r cydsyniad wedi newid. Gwnewch consent.version yn fwy na { $version }, fel y gellir dangos pwy gytunodd i ba eiriau.
error-organise-how-many = Gofynnwch am 1 i { $most } cod ar y tro.
error-organise-no-pattern = Dywedwch pa lofnodion: --partner, --day, --area, --role, --language neu --held.
error-organise-nothing-fits = Does dim llofnod yn cyfateb i hynny, heblaw'r rhai sydd wedi'u rhoi o'r neilltu'n barod. Ni roddwyd dim o'r neilltu, ac nid oes dim i'w ddadwneud.
error-organise-unknown = { $what ->
    [role] Does dim rôl "{ $given }" yn yr ymgyrch hon. Y rolau yw: { $known }.
    [area] Does dim ardal cod post "{ $given }". Y llythrennau ar ddechrau cod post yw ardal, fel LS.
    [language] Nid yw'r ymgyrch hon yn yr iaith "{ $given }". Ei hieithoedd yw: { $known }.
   *[partner] Does neb wedi llofnodi ar dudalen partner "{ $given }". Y partneriaid yw: { $known }.
} Ni roddwyd dim o'r neilltu.
error-organise-unknown-nearest = { $what ->
    [role] Does dim rôl "{ $given }" yn yr ymgyrch hon.
    [area] Does dim ardal cod post "{ $given }".
    [language] Nid yw'r ymgyrch hon yn yr iaith "{ $given }".
   *[partner] Does neb wedi llofnodi ar dudalen partner "{ $given }".
} Ai "{ $nearest }" oeddech chi'n ei feddwl? Ni roddwyd dim o'r neilltu.
error-organise-not-an-organiser = Nid yw "{ $organiser }" yn drefnydd yr ymgyrch hon. Ei threfnwyr yw: { $organisers }. Gadewch --as allan os ydych yn gweithredu dros yr hyb. Ni wnaed dim.
error-organise-no-such-batch = Does dim byd o dan swp { $batch }. Gweler "swansfeet campaign log".
