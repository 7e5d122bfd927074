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
