### Tudalen y stiward: gwaith yr wythnos hon i’r sawl sy’n dal ail allwedd gwiriad lles.

widget-title = Yr ail allwedd

## Cyn agor ffeil allweddi

begin-title = Gwaith yr wythnos hon gyda’r ail allwedd
begin-lead = Chi sy’n dal ail allwedd gwiriad lles. Unwaith yr wythnos rydych yn helpu i adio’r atebion. Ni allwch chi na’r hyb ddarllen yr un ar eich pen eich hun.
begin-where = Defnyddiwch y dudalen hon ar wefan yr hyb ei hun yn unig. Mae angen eich ffeil allweddi arni.
begin-pick = Dewiswch eich ffeil allweddi
begin-new = Gwneud ffeil allweddi newydd
begin-kept = Mae eich allweddi’n aros ar y ddyfais hon. Mae’r dudalen hon yn eu hanghofio pan fyddwch yn ei chau.
elsewhere-title = Peidiwch â defnyddio eich allweddi yma
elsewhere = Nid gwefan yr hyb ei hun yw hon. Gofynnwch i weithredwr yr hyb am gyfeiriad y dudalen hon yno.
trouble-title = Ni weithiodd hynny
fail-random = Ni all y porwr hwn wneud allweddi diogel. Defnyddiwch un arall, neu un mwy newydd.

## Ffeil allweddi

new-title = Eich allwedd newydd
new-lead = Cadwch y ffeil allweddi yn gyntaf. Wedyn rhowch eich allwedd gyhoeddus i weithredwr yr hyb, sy’n eich enwi’n ail ddeiliad.
open-title = Mae eich ffeil allweddi ar agor
open-lead = Gallwch wneud gwaith yr wythnos hon nawr.
open-saved = Cadwyd y ffeil hon { $number ->
    [one] 1 waith
    [two] 2 waith
   *[other] { $number } gwaith
}. Defnyddiwch yr un ddiweddaraf yn unig.
key = Eich allwedd gyhoeddus
key-copy = Copïo’r allwedd gyhoeddus
key-copied = Wedi’i chopïo.
key-not-copied = Ni wnaeth y porwr ei chopïo. Marciwch hi a’i chopïo â llaw.
campaign = Ymgyrch
campaign-hint = Ei henw byr yn yr hyb, fel fifteen.
campaign-needed = Ysgrifennwch enw byr yr ymgyrch: llythrennau, rhifau a chysylltnodau.
work = Gwneud gwaith yr wythnos hon
work-again = Rhoi cynnig arall arni
close = Cau’r ffeil allweddi

## Y gwaith

working-title = Wrthi’n gweithio
working-lead = Gadewch y dudalen hon ar agor nes iddi ddweud bod y gwaith wedi’i wneud.
working = Yn gweithio …
step-signed = Cerdyn yr wythnos o { $week }: llofnodwyd
step-counting = { $place }: edrychwyd ar { $done } o { $all }
step-published = { $place }, wythnos o { $week }: cyhoeddwyd
step-carried = { $place }: rhy ychydig, felly maent yn aros
step-refused = { $place }: { $people ->
    [one] nid oedd 1 gwiriad yn gywir, a chafodd ei adael allan
   *[other] nid oedd { $people } o wiriadau’n gywir, a chawsant eu gadael allan
}
step-destroyed = { $place }, wythnos o { $week }: dinistriwyd yr allwedd
step-missing = { $place }, wythnos o { $week }: nid yw’r allwedd yn y ffeil hon
step-lost = Cerdyn yr wythnos o { $week }: nid yw ei allweddi yn y ffeil hon
step-again = { $place }: rhaid i’r hyb ddechrau eto

## Cadw

save-title = Cadwch y ffeil allweddi
save-new = Cadwch hi lle na all neb ond chi gael gafael arni. Ni all neb ei rhoi’n ôl i chi.
save-why = Mae hi wedi newid. Nid oes dim mwy yn mynd allan nes i’r ffeil newydd gael ei chadw. Hebddi, gallai wythnos gael ei cholli.
save-changed = Mae hi wedi newid: llofnodwyd cardiau, neu dinistriwyd allweddi. Cadwch y ffeil newydd a dilëwch yr hen un.
save = Cadw’r ffeil allweddi
save-look = Chwiliwch amdani ymhlith eich lawrlwythiadau. Symudwch hi i’r man lle rydych yn cadw eich allweddi.
save-done = Mae wedi’i chadw, ymlaen
save-stop = Stopio yma
save-not-written = Ni ellid ysgrifennu’r ffeil yn ei lle. Cadwch hi’n ffeil newydd.

## Y diwedd

done-title = Mae gwaith yr wythnos hon wedi’i wneud
done-came = Beth ddaeth ohono
done-published = Cyhoeddwyd: { $places }.
done-nothing = Ni chyhoeddwyd dim. Nid oes wythnos wedi dod i ben, neu nid oes digon o bobl mewn unrhyw le eto.
done-signed = { $count ->
    [one] Llofnodwyd 1 cerdyn.
   *[other] Llofnodwyd { $count } o gardiau.
}
done-destroyed = { $count ->
    [one] Dinistriwyd 1 allwedd yn y ffeil newydd.
   *[other] Dinistriwyd { $count } o allweddi yn y ffeil newydd.
}
done-waiting = Mae lleoedd â rhy ychydig o bobl yn aros tan { $last } fan bellaf. Wedyn dinistrir eu hatebion heb eu darllen.
done-next = Dewch yn ôl ar { $next } neu’n fuan wedyn.
lost-title = Ai hon yw eich ffeil allweddi ddiweddaraf?
lost = Llofnodwyd cardiau ag allweddi nad ydynt ynddi. Caewch hi, ac agorwch yr un ddiweddaraf. Os yw honno ar goll, ni ellir cyfrif yr wythnosau hynny.
copies-title = Nawr dilëwch ffeiliau allweddi hŷn
copies = Cadwch y ffeil ddiweddaraf a dim un arall. Gwagiwch fin sbwriel eich dyfais hefyd.
copies-why = Mae hen ffeiliau’n dal allweddi a ddylai fod wedi mynd. Gallai pwy bynnag sy’n dod o hyd i un helpu i agor hen atebion.
stopped-title = Mae’r gwaith wedi stopio
stopped-lead = Ni chollwyd dim. Gallwch fynd ymlaen o’r man lle stopiodd.
stopped-why = Pam y stopiodd
fail-silent = Nid yw’r hyb yn ateb. A yw’r ddyfais hon ar-lein? Rhowch gynnig arall arni yn nes ymlaen.
fail-no-campaign = Nid oes gan yr hyb wiriad ar gyfer yr ymgyrch honno. Edrychwch ar ei henw byr.
fail-other-key = Mae’r hyb yn enwi rhywun arall yn ail ddeiliad. Ai hon yw’r ffeil allweddi gywir? Gofynnwch i weithredwr yr hyb.
fail-clock = Mae cloc y ddyfais hon yn anghywir o fwy na phum munud. Gosodwch ef, yna rhowch gynnig arall arni.
fail-refused = Mae’r hyb yn dweud na: { $why }
fail-other = Rhoddodd yr hyb ateb nad yw’n gwneud synnwyr. Ni roddwyd dim iddo. Dywedwch wrth ei weithredwr.
fail-not-saved = Ni chadwyd y ffeil allweddi newydd. Nid aeth dim allan y mae ei hangen arno.
