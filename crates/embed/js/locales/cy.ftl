### Yr hyn y mae ymwelydd yn ei weld lle na all teclyn fod. Byr: mae'r rhain yn teithio gyda phob sgript.

failed = Nid yw'r rhan hon o'r dudalen yn gweithio ar hyn o bryd.
again = Rhoi cynnig arall arni
page = Agor ar dudalen ei hun
close = Cau
