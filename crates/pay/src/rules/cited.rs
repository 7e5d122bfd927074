//! The authority for each step and gap, and the fact that would close each gap.
//!
//! Knows nothing of any case: where the source depends on the facts, the rule gives it.

use crate::answer::{GapKind, Rule};
use crate::case::DeductionKind;
use crate::source::Source;

/// A fact of the case (or the list that it is in), its part in a row, and why it matters.
pub(super) type Place = (&'static str, &'static str, Source);

/// Makes a table of what a `const fn` says of each kind. Written as a match, none can be
/// forgotten; kept as a table, it is smaller.
macro_rules! table {
    ($kind:ty, $row:ty, $say:expr) => {{
        static TABLE: [$row; <$kind>::ALL.len()] = {
            let mut all = [$say(<$kind>::ALL[0]); <$kind>::ALL.len()];
            let mut at = 0;
            while at < all.len() {
                all[at] = $say(<$kind>::ALL[at]);
                at += 1;
            }
            all
        };
        &TABLE
    }};
}

pub(super) fn of_step(rule: Rule) -> &'static Source {
    &table!(Rule, Source, step)[rule as usize]
}

pub(super) fn of_gap(kind: GapKind) -> &'static Place {
    &table!(GapKind, Place, gap)[kind as usize]
}

/// See [`DeductionKind::reduces`].
pub(super) fn of_deduction(kind: DeductionKind) -> &'static (Option<bool>, Source) {
    &table!(
        DeductionKind,
        (Option<bool>, Source),
        DeductionKind::reduces
    )[kind as usize]
}

const fn step(rule: Rule) -> Source {
    use Rule as R;
    use Source::{Judgment, Manual, Nmwa, Nmwr, Told};
    match rule {
        R::Period => Nmwr("6"),
        // The regulations of 2015 changed no rule, and HMRC cites them for earlier pay, too.
        R::Regulations1999 => Manual("NMWM01040"),
        R::FirstDay => Nmwr("4B"),
        R::Apprentice | R::ApprenticePast => Nmwr("5"),
        R::HoursWork | R::HoursVisits | R::HoursHandover | R::HoursTotal => Nmwr("30"),
        R::HoursTravel | R::HoursHomeTravel => Nmwr("34(1)"),
        R::HoursWaiting => Nmwr("32(1)"),
        R::HoursTraining => Nmwr("33"),
        R::HoursBreak => Nmwr("35"),
        R::SleepInAwake => Judgment("[2021] UKSC 8"),
        R::SleepInAll => Nmwr("32(2)"),
        R::Pay => Nmwr("9(1)(a)"),
        R::PaidNextPeriod => Nmwr("9(1)(b)"),
        R::Premium => Nmwr("10(j)"),
        R::NotWagesExpenses => Manual("NMWM09170"),
        R::NotWagesTips => Manual("NMWM09340"),
        R::NotWagesLoan => Nmwr("10(a)"),
        R::NotWagesAllowance => Manual("NMWM09090"),
        R::Cost | R::Mileage => Nmwr("13"),
        R::CostIgnored => Manual("NMWM11090"),
        R::CountedOnce => Nmwr("11(2)"),
        R::AccommodationFree => Nmwr("9(1)(e)"),
        R::AccommodationWithin | R::AccommodationAbove => Nmwr("14"),
        R::CountingPay => Nmwr("8"),
        R::Entitlement | R::Meets | R::Short => Nmwr("7"),
        R::Uplift => Nmwa("17(4)"),
        R::PaidSince => Nmwa("17(6)"),
        R::Arrears => Nmwa("17(1)"),
        // The rule gives the published rate, or the authority for the kind of deduction.
        R::Rate | R::RateYoungest | R::RateApprentice | R::ApprenticeNoMinimum => Told,
        R::Deduction | R::DeductionIgnored => Told,
    }
}

const fn gap(kind: GapKind) -> Place {
    use GapKind as G;
    use Source::{Judgment, Manual, Nmwa, Nmwr, Told};
    match kind {
        G::Age | G::AgeBand => ("age", "", Nmwr("4A")),
        G::SchoolAge => ("age", "", Nmwa("1(2)(c)")),
        G::Apprentice => ("apprentice", "", Nmwr("5")),
        G::ApprenticeStart => ("apprentice.started", "", Nmwr("5")),
        // The rules give the published rate, and the place and the law of the time.
        G::RateStatus => ("period.from", "", Told),
        G::Time | G::TimeAdds => ("sleep_ins", "hours", Nmwr("32(2)")),
        G::Hours | G::HoursAndPay => ("hours", "", Nmwr("7")),
        G::Pay => ("pay", "", Nmwr("7")),
        G::SleepInAwake | G::SleepInTips => ("sleep_ins", "awake", Judgment("[2021] UKSC 8")),
        G::SleepInFacilities => ("sleep_ins", "may_sleep", Nmwr("32(2)")),
        G::SleepInLikely => ("sleep_ins", "may_sleep", Judgment("[2021] UKSC 8")),
        G::SleepInAllowance => ("sleep_ins", "allowance", Judgment("[2021] UKSC 8")),
        G::Deduction => ("deductions", "kind", Nmwr("12")),
        G::CountedOnce => ("costs", "amount", Nmwr("11(2)")),
        G::CountedTwice => ("deductions", "amount", Nmwr("11(2)")),
        G::Repaid => ("costs", "repaid", Nmwr("13")),
        G::RepaidInPay => ("pay", "", Manual("NMWM09170")),
        G::MileageCost | G::MileageCostAdds => ("mileage.cost_per_mile", "", Nmwr("13")),
        G::AccommodationCharge => ("accommodation.charge_per_day", "", Nmwr("14")),
        G::LiveIn => ("live_in", "", Nmwr("44")),
        G::Today | G::RateToday => ("today", "", Nmwa("17(4)")),
        G::UpliftBand => ("age", "", Nmwa("17(4)")),
    }
}
