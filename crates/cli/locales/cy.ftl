### Yr hyn y mae'r llinell orchymyn yn ei ddweud ei hun.

## Canlyniad un gwiriad, i bobl

text-meets = Mae'r cyflog sy'n cyfrif o leiaf yn cyrraedd yr isafswm cyfreithiol.
text-short = { $shortfall } yn is na'r isafswm cyfreithiol. Yn ddyledus heddiw: { $arrears }.
text-short-settled = { $shortfall } yn is na'r isafswm cyfreithiol. Mae wedi'i dalu ers hynny.
text-unknown = Does dim digon o wybodaeth i ddweud. Gweler yr hyn sydd ddim yn hysbys.
text-average = Mae hynny'n { $average } am bob awr sy'n cyfrif; { $rate } yw'r isafswm.
text-steps = Sut y gweithiwyd hyn allan
text-gaps = Beth sydd ddim yn hysbys, a beth allai newid
text-readings = Ffyrdd eraill o'i ddarllen
text-references = I'w gymharu
text-tax-relief = Efallai y gallwch hawlio rhyddhad treth ar { $difference } o filltiroedd. Gan CThEF y daw hynny, ac nid yw'n rhan o'ch cyflog.
text-newer-due = mae disgwyl un newydd
text-not-known = ddim yn hysbys
text-status = { $status ->
    [secondary] heb ei ddarllen ar dudalen swyddogol
    [single_secondary] wedi'i ddarllen mewn un lle yn unig, nid tudalen swyddogol
    [not_found] heb ddod o hyd i ffynhonnell
   *[verified] wedi'i gadarnhau
}
text-case = Achos { $id }
text-error = { $field }: { $message }

## Cyfraddau, i bobl

rates-on = Cyfraddau mewn grym ar { $date }
rates-none = Does dim cyfraddau yma ar gyfer { $date }.
rates-no-minimum = Nid yw'r isafswm cyfreithiol ar gyfer { $date } yn hysbys yma.
rate-minimum-wage = Isafswm cyfreithiol
rate-apprentice = Isafswm cyfreithiol, prentisiaid
rate-accommodation-offset = Gwrthbwyso llety
rate-living-wage-uk = Cyflog Byw Go Iawn, y DU
rate-living-wage-london = Cyflog Byw Go Iawn, Llundain
rate-care-minimum-scotland = Isafswm gofal cymdeithasol, yr Alban
rate-care-minimum-wales = Isafswm gofal cymdeithasol, Cymru
rate-hmrc-mileage-first-10000 = Milltiroedd CThEF, y 10,000 milltir gyntaf
rate-hmrc-mileage-over-10000 = Milltiroedd CThEF, ar ôl hynny
rates-age-from = { $age } oed a hŷn
rates-age-between = { $age } i { $to } oed
rates-age-under = o dan { $age } oed
rates-per = { $per ->
    [day] y dydd
    [mile] y filltir
   *[hour] yr awr
}
rates-since = ers { $date }

## Beth all fod o'i le ar y mewnbwn

error-empty = Does dim i'w wirio yn { $source }. Rhowch un achos mewn JSON ar bob llinell.
error-cannot-read = Ni ellir darllen { $source }: { $why }.
error-cannot-write = Ni ellir ysgrifennu'r atebion: { $why }.
error-line-too-long = Mae gan y llinell hon fwy na { $most } beit. Rhowch un achos ar bob llinell.
error-not-utf8 = Nid testun UTF-8 yw'r llinell hon (o feit { $byte }). Cadwch y ffeil fel UTF-8.
error-not-json = Nid JSON yw'r llinell hon (gweler colofn { $column }). Rhowch un achos mewn cromfachau cyrliog ar bob llinell.
error-unknown-field = Does dim maes o'r enw hwn. Gweler "swansfeet pay schema".
error-unknown-field-nearest = Does dim maes o'r enw hwn. Ai "{ $nearest }" oedd gennych mewn golwg?
error-missing = Mae angen hwn. Ychwanegwch ef.
error-given-twice = Mae hwn yno ddwywaith. Cadwch un.
error-given-both = Mae hwn a "{ $other }" yn dweud yr un peth. Cadwch un ohonyn nhw.
error-not-object = Rhaid i hwn fod mewn cromfachau cyrliog, fel {"{"}"from": "2026-10-01"{"}"}.
error-not-list = Rhaid i hwn fod yn rhestr mewn cromfachau sgwâr.
error-not-number = Nid rhif yw hwn. Ysgrifennwch ef fel 12.50 neu "12.50", heb arwyddion na chomas.
error-not-whole = Nid rhif cyfan yw hwn. Ysgrifennwch ef fel 35.
error-not-date = Nid dyddiad yw hwn. Ysgrifennwch ef fel "2026-10-01": blwyddyn, mis, diwrnod.
error-not-time = Nid amser yw hwn. Ysgrifennwch ef fel "07:30".
error-not-yes-no = Ysgrifennwch true neu false yma.
error-not-id = Ysgrifennwch destun mewn dyfynodau, neu rif.
error-not-a-choice = Nid yw hwn yn hysbys yma. Ysgrifennwch un o'r rhain: { $choices }.
error-outside-period = Nid yw'r diwrnod hwn yn y cyfnod. Gwiriwch ef, a gwiriwch y cyfnod.
error-no-length = Mae hwn yn gorffen pan mae'n dechrau. Gwiriwch y ddau amser.

## Gwirio pobl, i'r rhai sy'n gofalu am restr

people-person = Person { $id }
people-right = Mae popeth yn iawn.
error-empty-people = Does dim i'w wirio yn { $source }. Rhowch un person mewn JSON ar bob llinell.
error-people-not-json = Nid JSON yw'r llinell hon (gweler colofn { $column }). Rhowch un person mewn cromfachau cyrliog ar bob llinell.
error-people-not-object = Rhaid i hwn fod mewn cromfachau cyrliog, fel {"{"}"id": 1, "name": "Ana Mensah", "email": "ana@example.org", "postcode": "LS1 4DY"{"}"}.
error-people-unknown-field = Does dim maes o'r enw hwn. Y meysydd yw id, name, email a postcode.
error-not-text = Ysgrifennwch destun mewn dyfynodau yma.
