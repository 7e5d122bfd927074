# Tudalennau'r hwb ei hun. Mae geiriau pob teclyn yn y teclyn.

hub-name = Swansfeet
hub-intro = Offer bach i weithwyr gofal a chymorth. Defnyddiwch nhw yma, neu rhowch nhw ar eich gwefan eich hun gydag un llinell.
hub-widgets = Yr offer
hub-put-on-site = I roi hwn ar eich gwefan eich hun, gludwch y llinell hon lle dylai sefyll:
hub-gallery = Gweld pob rhan ym mhob cyflwr
hub-home = Yr holl offer
hub-language = Iaith
hub-needs-script = Mae angen JavaScript ar y dudalen hon, ac mae'n ymddangos ei fod wedi'i ddiffodd. Trowch ef ymlaen yng ngosodiadau eich porwr, yna llwythwch y dudalen eto.

widget-pay-title = Ydw i'n cael y cyflog cywir?
widget-pay-line = Gwelwch a ydych yn cael eich talu am yr holl amser rydych yn gweithio. Mae'r hyn rydych yn ei deipio yn aros ar eich dyfais.
widget-demands-title = Llofnodwch y gofynion
widget-demands-line = Darllenwch yr hyn y mae gweithwyr gofal a chymorth yn gofyn amdano, a rhowch eich enw wrtho. Caiff yr hyn a ysgrifennwch ei selio ar eich dyfais.
widget-meetings-title = Dod o hyd i gyfarfod
widget-meetings-line = Dewch o hyd i gyfarfod gweithwyr gofal a chymorth y gallwch ei gyrraedd, ar-lein neu'n agos atoch. Mae'ch shifftiau a'ch lle yn aros ar eich dyfais.

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
