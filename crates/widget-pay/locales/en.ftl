### The pay check, in English. Reading age 9 to 11: short sentences, everyday words.
### Say "visit", "shift", "sleep-in", "people you support". Never "client" or "service user".

## Around every screen

widget-title = Check your pay
pay-welcome = Were you paid right? Find out in five short questions. Nothing you type leaves this device, and nothing is saved.
progress-question = Question { $step } of { $of }
show-result = Show my result
save-answer = Save and see my result
dont-know = I don’t know
reading-is = That is { $hours }.
reading-or = Did you mean { $decimal } or { $minutes }? Pick one.
reading-long-week = That is more than 60 hours a week. Is it right?
reading-odd-pay = That is { $rate } for each hour. Is it right?
reading-period = We will check { $from } to { $to }.
reading-not-over = This time is not over yet. You may still be paid for it.
missing-choice = Choose one answer.
missing-number = Type a number, or press “I don’t know”.
other-age-groups = The age groups were different on { $date }. Please choose again.

## Five questions

ask-age = How old are you?
ask-age-hint = The legal minimum depends on your age. Give your age on { $date }.
age-from = { $age } or over
age-between = { $from } to { $to }
age-under = Under { $age }
age-not-said = I’d rather not say
ask-paid = How often are you paid?
paid-weekly = Every week
paid-fortnightly = Every two weeks
paid-four-weekly = Every four weeks
paid-monthly = Every month
ask-from = First day
ask-from-open = Check other dates
ask-from-hint = The first day that your pay was for.
ask-hours = How many hours did you work?
ask-hours-hint = Your visits or shifts from { $from } to { $to }. Travel, waiting and sleep-ins come later. For example 120, 7.5 or 7h30.
ask-other = How much more time did your work take?
ask-other-intro = All of this counts, paid or not. Type it like 7h30, 7.5 or 45 min. Put 0 for none. Leave a box empty if you don’t know.
ask-travel = Travel between visits
ask-travel-hint = Not from home to your first visit, or back home after the last.
ask-waiting = Waiting between visits
ask-waiting-hint = When there was no time for a real break at home.
ask-training = Training
ask-training-hint = Online too, if your job asks for it.
ask-handover = Handover, notes and meetings
ask-handover-hint = Such as 10 minutes before each shift.
ask-pay = How much were you paid, before tax?
ask-pay-hint = Your payslip may call it gross pay. Leave out tips, loans, pay in advance, and money back for mileage or costs.

## More exact

ask-dates = Exact dates
ask-dates-intro = The days that your pay was for. One month at most.
ask-to = Last day
ask-to-hint = Leave it empty and we work it out.
ask-exact-age = Your exact age
ask-exact-age-intro = Fill in one of these two.
ask-born = Date of birth
ask-years = Age in years
ask-years-hint = On { $date }.
ask-apprentice = Are you an apprentice?
ask-apprentice-hint = The legal minimum for an apprentice can be lower.
ask-apprentice-since = First day as an apprentice
ask-sleep-ins = Sleep-ins
ask-sleep-ins-intro = Nights at work when you may sleep, and get up if you are needed.
ask-nights = How many sleep-ins?
ask-night-hours = Hours of each sleep-in
ask-night-hours-hint = From start to end. For example 9, or 8h30.
ask-night-place = Could you sleep, in a proper place for it?
ask-night-awake = Time you were up and working
ask-night-awake-hint = For all the nights together.
ask-night-pay = Pay for the sleep-ins
ask-night-pay-hint = The part of your pay that was for these nights.
ask-premiums = Extra pay for nights or weekends
ask-premiums-intro = The extra on top of your lowest rate does not count towards the legal minimum.
ask-premium = Extra pay in all
ask-premium-hint = Say you get £13, and £15 on Sundays. Two hours on a Sunday make £4 extra.
ask-deductions = Money taken from your pay
ask-deductions-intro = Leave out tax, National Insurance, pension and union fees.
ask-deducted = Money your employer took and kept
ask-deducted-hint = Such as for training, a uniform or a lift to work.
ask-costs = Costs of the job
ask-costs-intro = What you paid yourself and did not get back.
ask-uniform = Uniform
ask-phone = Phone
ask-parking = Parking
ask-dbs = Your employer’s own charge for a DBS check
ask-dbs-hint = Not the fee for the check itself.
ask-miles = Miles you drove for work
ask-miles-hint = Not to your first visit, or home after the last.
ask-mile-cost = What one mile really cost you
ask-mile-cost-hint = Fuel, repairs and a share of insurance, in pounds. For example 0.35.
ask-miles-repaid = Mileage money you got back
ask-home = A home that comes with the job
ask-home-intro = You live in, or rent from your employer.
ask-home-days = Days it was yours in this time
ask-home-charge = What you paid for one day
ask-home-charge-hint = Put 0 if it was free.
ask-live-in = Do you live at work, with no set hours?
ask-later = Money that came later
ask-paid-next = Paid with your next pay, for this work
ask-paid-since = Already paid back to you since
ask-paid-since-hint = To make up for missing pay.

## Result

your-result = Your result
verdict-short = It looks as if you were paid less than the legal minimum.
verdict-settled = You were paid less than the legal minimum, but it looks as if it was put right since.
verdict-fine = Good news. From what you told us, you were paid at least the legal minimum.
verdict-no-hours = To be sure, we need your hours.
verdict-no-pay = To be sure, we need your pay.
verdict-neither = To be sure, we need your hours and your pay.
verdict-broken = To be sure, we need you to check an answer.
owed-name = You may be owed
rate-name = Your real hourly pay
verdict-period = For { $from } to { $to }, before tax.
verdict-beside = Your real hourly pay was { $rate }. The legal minimum was { $minimum }.
verdict-beside-minimum = The legal minimum was { $minimum } an hour.
calm-short = This is not your fault. Your employer has to pay what is missing, and there are people who can help. You need not do anything today.
calm-fine = Does something still feel wrong? Unpaid time and costs can change the answer. You can add them below.
owed-grew = You were { $shortfall } short then. The law uses the newer rate for old debts, so it is { $arrears } now.

## Charts

chart-rates = Your real hourly pay beside other rates
chart-you = You
chart-unknown = There is a care minimum where you work, but we don’t know this year’s rate yet.
chart-hour = Where each hour went
chart-visits = Visits and shifts
chart-training = Training and handover
chart-what = What
chart-amount = How much
mileage-relief = You may also get some tax back. Your mileage money was { $difference } under HMRC’s tax-free rate. You can claim tax relief on that. It is not part of your wages.

## Below the answer

what-could-change = What could change this
add-this = Add this
your-answers = Your answers
more-exact = Make it more exact
more-exact-intro = Add only what fits. Each one brings you back here.
next-steps = What you can do next
next-keep = Keep your rota and payslips. Note your travel and waiting times.
next-visa = Is your visa tied to your job? Talk to a union or an adviser first, before you report anything.
ask-nation = Where do you work?
call = Call { $who }: { $phone }
contact-union = Find a union
contact-union-for = A union can take it up for you. You can join at any time. Your boss need not know.
contact-union-ni = Irish Congress of Trade Unions
contact-union-ni-for = Can help you find a union. A union can take it up for you. You can join at any time. Your boss need not know.
contact-acas = Acas
contact-acas-for = Free advice on pay and rights at work.
contact-acas-ni-for = In Northern Ireland, free advice on the minimum wage.
contact-lra = Labour Relations Agency
contact-lra-for = Free advice on rights at work.
contact-advice = Citizens Advice
contact-advice-scotland = Citizens Advice Scotland
contact-advice-ni = Advice NI
contact-advice-for = Free advice on work and money.
contact-fwa = Fair Work Agency
contact-fwa-for = Can make an employer pay what is missing. Acas can tell you how to reach it.
