### Yr hyn y mae ymwelydd yn ei weld lle na all teclyn fod. Byr: mae'r rhain yn teithio gyda phob sgript.

failed = Nid yw'r rhan hon o'r dudalen yn gweithio ar hyn o bryd.
again = Rhoi cynnig arall arni
page = Agor ar dudalen ei hun
close = Cau
leave = Gadael y dudalen hon
tab = Agor yn ei dab ei hun
shift = Neu bwyswch Shift dair gwaith.
