### Yr hyn a ddywedir wrth ddeiliaid dwy allwedd y gwiriad, ar y llinell orchymyn ac ar dudalen y stiward.

## Lleoedd

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

## Yr hyn nad yw ail ddeiliad yn ei wneud, pwy bynnag sy’n gofyn

refusal-other-card = Anfonodd yr hyb gerdyn ymgyrch neu wythnos arall. Ni chafodd ei lofnodi. Gofynnwch i weithredwr yr hyb beth sydd wedi digwydd.
refusal-other-holder = Mae cerdyn yr hyb yn enwi rhywun arall yn ail ddeiliad. Ni chafodd ei lofnodi. Rhowch eich allwedd gyhoeddus i weithredwr yr hyb.
refusal-too-small = Byddai cerdyn yr hyb yn cyhoeddi grwpiau llai nag yr ydych yn eu caniatáu. Ni chafodd ei lofnodi. Gofynnwch i weithredwr yr hyb am isafswm uwch.
refusal-not-ended = Gofynnodd yr hyb am gyfrif wythnos nad yw wedi dod i ben. Ni roddwyd dim. A yw cloc y ddyfais hon yn gywir?
refusal-carried-too-long = Gofynnodd yr hyb am gyfrif atebion a ddylai fod wedi’u dinistrio erbyn hyn. Ni roddwyd dim.
refusal-other-weeks = Gofynnodd yr hyb am gyfrif wythnosau eraill na’r rhai a enwodd. Ni roddwyd dim.
refusal-other-questions = Gofynnodd yr hyb am adio atebion i gwestiynau gwahanol. Ni roddwyd dim.
refusal-too-many = Anfonodd yr hyb fwy o wiriadau nag y dywedodd sydd yno. Ni roddwyd dim ar gyfer y lle hwnnw.
refusal-cut-anew = Gofynnodd yr hyb am swm arall dros wythnosau yr ydych wedi’u hadio o’r blaen. Ni roddwyd dim: gallai’r gwahaniaeth ddatgelu rhywun.

## Y ffeil allweddi

key-file-other = Nid ffeil allweddi gwiriad yw hon.
key-file-damaged = Mae’r ffeil allweddi wedi’i difrodi neu ei thorri. Defnyddiwch y copi diweddaraf sydd gennych.
key-file-version = Gwnaed y ffeil allweddi gan fersiwn arall o’r rhaglen hon. Defnyddiwch y fersiwn ddiweddaraf.
key-file-about = Allweddi ail ddeiliad gwiriad lles. CYFRINACHOL: gall pwy bynnag sydd â’r ffeil hon wneud eich rhan chi.
    Cadwch un copi, y diweddaraf. Dilëwch rai hŷn: mae ynddynt allweddi y mae’n rhaid eu dinistrio.
