### Meetings, yn Gymraeg. Geiriau byr, brawddegau byr.

# Ar fotwm y partner ac yn nheitl tudalen y teclyn.
widget-title = Meetings

ask-shift = Pa mor hir yw eich sifft?
ask-shift-hint = Os ydych yn 18 oed neu'n hŷn. Er enghraifft 8, 7.5 neu 7h30.
show-answer = Dangos fy egwyl

rest-given = Mae gennych hawl i egwyl yn y sifft hon.
rest-least = O leiaf
rest-given-note = Mewn rhai swyddi gall yr egwyl ddod ar adeg arall. Ffynhonnell: { $source }.
rest-none = Nid yw'r gyfraith yn rhoi egwyl i chi yn y sifft hon.
rest-none-note = Mae gennych un pan fyddwch yn gweithio mwy na { $over }. Gall eich contract roi mwy. Ffynhonnell: { $source }.

error-shift-empty = Teipiwch pa mor hir yw eich sifft.
error-shift-too-long = Teipiwch 24 awr neu lai.
