### How a pay check was worked out, what is not known, and what cannot be right.
### One sentence or two for each, for a tired reader. The rules name these keys; see crates/pay.
### Amounts that come off are shown beside the sentence, so the sentence need not repeat them.

## The period and the rate

step-period = { $days ->
    [one] This pay covers one day, { $from }.
   *[other] This pay covers { $days } days, from { $from } to { $to }.
}
step-regulations-1999 = Before 6 April 2015, these rules were in a law from 1999.
step-first-day = The legal minimum for all of it is the one on the first day, { $date }, for your age that day. A birthday or a new rate after that counts from your next pay.
step-rate = From { $date }, the legal minimum from age { $age } is { $rate } an hour.
step-rate-youngest = From { $date }, the legal minimum from school leaving age until 18 is { $rate } an hour.
step-apprentice = You were an apprentice, and under 19 or in the first year of it. So the lower rate for apprentices can be used.
step-rate-apprentice = From { $date }, the legal minimum for apprentices is { $rate } an hour.
step-apprentice-past = You were 19 or over and past the first year of your apprenticeship. So you get the rate for your age.
step-apprentice-no-minimum = In a period from { $date }, apprentices like you had no legal minimum. It began in October 2010.

## Hours

step-hours-work = Working time: { $hours }.
step-hours-visits = Time with the people you support: { $hours }.
step-hours-travel = Journeys from one visit to the next: { $hours }. They count as work.
step-hours-waiting = Waiting between visits, away from home: { $hours }. It counts as work.
step-hours-training = Training: { $hours }. It counts as work.
step-hours-handover = Handover, notes and calls: { $hours }. They count as work.
step-hours-home-travel = Journeys between home and work: { $hours }. They do not count.
step-hours-break = Real breaks, when you were free: { $hours }. They do not count.
step-sleep-in-awake = Sleep-ins: { $hours }. If you may sleep and have a proper place to, only the time awake and working counts: { $awake }.
step-sleep-in-all = Sleep-ins where you could not sleep, or had no proper place to: { $hours }. It is likely that all of it counts, so we counted it all.
step-hours-total = Hours that count in all: { $hours }.

## Pay that counts

step-pay = Your pay before tax.
step-paid-next-period = Pay for this work that came with your next pay. It counts here.
step-premium = The extra in higher rates, for evenings, weekends or overtime. The legal minimum looks at your basic rate, so the extra comes off.
step-not-wages-expenses = Mileage or other costs paid back to you. That is your own money coming back, not wages.
step-not-wages-tips = Tips. They are not part of the legal minimum.
step-not-wages-loan = A loan, or wages paid early. That is not pay for this work.
step-not-wages-allowance = Extra money that is not part of your basic pay. It does not count.
step-deduction = { $kind ->
    [uniform] Taken from your pay for uniform or work clothes: { $amount }. The job needs them, so this comes off.
    [equipment] Taken from your pay for things the job needs: { $amount }. This comes off.
    [training] Taken from your pay for training the job needs: { $amount }. This comes off.
    [dbs_administration] Taken from your pay for handling a DBS check: { $amount }. Your employer keeps this, so it comes off.
    [transport] Taken from your pay for transport: { $amount }. Your employer keeps this, so it comes off.
   *[employer_own_use] Taken from your pay and kept by your employer: { $amount }. This comes off.
}
step-deduction-ignored = { $kind ->
    [dbs_fee] Taken from your pay for the DBS fee itself: { $amount }. The law sees that as your own cost, so it changes nothing here.
    [tax] Tax and National Insurance: { $amount }. The minimum is about pay before tax, so this changes nothing here.
    [pension] Pension: { $amount }. It goes to your pension, so it changes nothing here.
    [union_dues] Union dues: { $amount }. They go to your union, so this changes nothing here.
    [loan_repaid] A loan or early wages that you paid back: { $amount }. This changes nothing here.
    [overpayment] Wages paid by mistake and taken back: { $amount }. This changes nothing here.
    [damage] Taken for damage or loss that your contract makes you pay for: { $amount }. This changes nothing here. It may still be wrong: ask your union.
   *[third_party] Taken for somebody else, such as a student loan or a court order: { $amount }. This changes nothing here.
}
step-cost = { $kind ->
    [uniform] You paid { $spent } for uniform or work clothes
    [phone] You paid { $spent } for calls and data for work
    [mileage] Your driving for work cost you { $spent }
    [parking] You paid { $spent } to park for work
    [fares] You paid { $spent } in fares and tolls between visits
    [equipment] You paid { $spent } for things the job needs
    [training] You paid { $spent } for training the job needs
    [dbs_administration] You paid { $spent } for the handling of a DBS check
   *[other] You paid { $spent } for other things the job needs
} and got { $repaid } back. What you did not get back comes off.
step-cost-ignored = You paid { $amount } for a DBS check. The law sees the fee as your own cost, so it changes nothing here.
step-mileage = You drove { $miles ->
    [one] { $miles } mile
   *[other] { $miles } miles
} for work at a true cost of { $cost } a mile, and got { $repaid } back. What you did not get back comes off.
step-counted-once = { $amount } is in your pay as taken off and also in your costs. We counted it once.
step-accommodation-free = You had a free home with the job on { $days ->
    [one] one day
   *[other] { $days } days
}. The law lets your employer count { $offset } a day for it.
step-accommodation-within = You paid { $charge } for a home with the job. That is no more than the law allows ({ $offset } a day, { $allowed } in all), so it changes nothing.
step-accommodation-above = You paid { $charge } for a home with the job. The law allows { $offset } a day, { $allowed } in all. What you paid above that comes off.
step-counting-pay = The pay that counts towards the minimum.

## The result

step-entitlement = The legal minimum: { $hours } at { $rate } an hour.
step-meets = The pay that counts is at least the legal minimum.
step-short = The pay that counts is below the legal minimum by this much.
step-uplift = The law works out back pay at the newer rate: { $new } an hour, where it was { $old }. So what is missing becomes this much.
step-paid-since = What your employer has paid you since for this.
step-arrears = What you are owed today under the minimum wage law.

## What is not known, and what it could change

gap-age = We do not know your age, so we used { $rate } an hour, the minimum from age { $age }. If you were younger, it can be less.
gap-age-band = Your age can fall under two rates. We used the lower, { $rate } an hour. It may be { $higher }.
gap-school-age = The minimum wage starts when you are past school leaving age. If you were still at school then, it may not be yours yet.
gap-apprentice = We took it that you are not an apprentice. For an apprentice under 19 or in the first year, the minimum is { $rate } an hour.
gap-apprentice-start = We do not know when you became an apprentice, or your age is not exact. We used the lower rate, { $rate } an hour. From age 19 and after your first year it is { $higher }.
gap-rate-status = We have not yet read this rate on an official page. Check it before you rely on it.
gap-hours = We do not know your hours. If you worked more than { $hours }, you were paid below the legal minimum.
gap-pay = We do not know your pay. If it was less than { $amount } before tax, it was below the legal minimum.
gap-hours-and-pay = We need your hours and your pay to check them.
gap-time = If { $kind ->
    [travel] journeys between visits
    [waiting] waiting between visits
    [training] training
    [handover] handover, notes and calls
   *[sleep_ins] sleep-ins with no proper place to sleep
} took more than { $hours } in all, you were paid below the legal minimum.
gap-time-adds = Each hour of { $kind ->
    [travel] journeys between visits
    [waiting] waiting between visits
    [training] training
    [handover] handover, notes and calls
   *[sleep_ins] sleep-ins with no proper place to sleep
} adds { $rate } to what your pay should be.
gap-sleep-in-awake = We do not know how long you were up and working in your sleep-ins, so we counted none of it. Any time you were up counts.
gap-sleep-in-tips = We do not know how long you were up and working in your sleep-ins, so we counted none of it. If it was more than { $hours }, you were paid below the legal minimum.
gap-sleep-in-facilities = We do not know if you were allowed to sleep and had a proper place to. If not, it is likely that all of it counts.
gap-sleep-in-likely = We counted the whole sleep-in because you could not sleep, or had no proper place to. Your employer may see it another way. A tribunal can decide.
gap-sleep-in-allowance = It is not settled if flat sleep-in money ({ $allowance }) counts towards the minimum. We counted it. If it does not count, you may be owed more.
gap-deduction = We do not know what { $amount } taken from your pay was for. If your employer keeps it, that much more comes off the pay that counts.
gap-counted-once = { $amount } is in two lists. If those are two different things, that much more comes off the pay that counts.
gap-counted-twice = Is some of the { $amount } taken from your pay in your costs too? Then put it in one place only.
gap-repaid = We took it that you got nothing back of { $amount }. If you did, less is owed.
gap-repaid-in-pay = You got { $amount } back for costs. If the pay you gave has that in it, you are owed more.
gap-mileage-cost = We do not know what your driving really cost you. If a mile cost you more than { $cost } (you drove { $miles }), you were paid below the legal minimum.
gap-mileage-cost-adds = We do not know what your driving really cost you. You drove { $miles ->
    [one] { $miles } mile
   *[other] { $miles } miles
}: any cost that you did not get back comes off the pay that counts.
gap-accommodation-charge = We do not know what your home with the job costs you. If it is free, { $offset } counts as pay. If it costs you more than { $offset }, the rest comes off.
gap-live-in = You live where you work. If you have no set hours, the law may count your hours in another way. Ask your union or Acas before you rely on this.
gap-today = We do not know today's date. If the minimum has gone up since then, you are owed more.
gap-rate-today = We do not have the minimum from { $date } yet, so we used the last one. You are owed at least this much.
gap-uplift-band = Back pay is worked out at today's rate. For your age then we used { $rate } an hour. It may be { $higher }.

## Other ways to read it

reading-sleep-in-all = If all of the sleep-in counts ({ $hours } in all), you { $shortfall ->
    [0] were still paid the minimum.
   *[other] are { $shortfall } below the minimum and owed { $arrears } today.
}
reading-allowance-not-pay = If the sleep-in money does not count as pay, you { $shortfall ->
    [0] were still paid the minimum.
   *[other] are { $shortfall } below the minimum and owed { $arrears } today.
}

## Rates to hold your pay against

reference-minimum = Legal minimum
reference-living-wage-uk = Real Living Wage, UK
reference-living-wage-london = Real Living Wage, London
reference-care-scotland = Social care minimum, Scotland
reference-care-wales = Social care minimum, Wales
reference-demand = What we demand

## Kinds of time

time-work = Work
time-visits = Visits
time-travel = Journeys between visits
time-waiting = Waiting
time-training = Training
time-handover = Handover and notes
time-home-travel = Journeys to and from home
time-break = Breaks
time-sleep-in = Sleep-ins

## What cannot be right. Each says what mends it.

error-ends-before-start = The last day is before the first day. Check both dates.
error-period-too-long = One pay period is at most one month. The last day can be { $date } at the latest. Check longer times one by one.
error-rate-too-old = We do not have the rates before { $date }. Choose a first day from then on.
error-rate-not-yet = We do not have the rate from { $date } yet. Choose a first day before then, or come back when the rate is out.
error-negative = This is below zero. Enter zero or more.
error-too-large = This is more than it can be. Enter { $most } or less.
error-too-precise = This has too many digits after the point. Use { $most } or fewer.
error-too-many-hours = These are more hours than there are. These days have { $most } hours. Check the hours and the dates.
error-awake-longer-than-shift = You cannot be awake for longer than the sleep-in. Check both.
error-too-many-days = This is more days than the pay covers. Enter { $most } or less.
error-too-young = The minimum wage does not start before age { $most }. Check the age or the date of birth.
error-too-old = This age is over { $most }. Check the age or the date of birth.
error-band-empty = This age band ends before it starts. Check both ages.
error-after-period-start = This date of birth is after the first day of the pay. Check both dates.
error-before-birth = This is before the date of birth. Check both dates.
error-today-before-period = Today is before the first day of the pay. Check both dates.
error-basic-above-paid = The basic rate is more than the rate that was paid. Check that they are the right way round.
error-more-than-pay = This is more than the pay that it is part of. Check it, and check the pay.
