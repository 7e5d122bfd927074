### Yr hyn y mae ymwelydd yn ei weld lle na all teclyn fod. Byr: mae'r rhain yn teithio gyda phob sgript.

failed = Ni allai'r rhan hon o'r dudalen ddechrau. Does dim o'r hyn a deipioch wedi mynd i unman.
again = Rhoi cynnig arall arni
page = Agor ar dudalen ei hun
close = Cau
