//! What the law makes of each kind of time, deduction and cost, and how each is spelt.
//!
//! Classification only; no amounts.

use crate::answer::{ReferenceKind, Rule};
use crate::case::{CostKind, DeductionKind, Nation, NotWagesKind, TimeKind};
use crate::error::Field;
use crate::source::Source;

/// Gives a kind its spelling in JSON, in message choices and in `from_name`.
macro_rules! named {
    ($kind:ident { $($variant:ident = $name:literal,)* }) => {
        impl $kind {
            /// Every one of them.
            pub const ALL: &'static [$kind] = &[$($kind::$variant,)*];

            /// Its name in JSON and in the choices of messages.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($kind::$variant => $name,)* }
            }
        }
    };
}

named!(TimeKind {
    Work = "work",
    Visits = "visits",
    Travel = "travel",
    Waiting = "waiting",
    Training = "training",
    Handover = "handover",
    HomeTravel = "home_travel",
    Break = "breaks",
});

named!(NotWagesKind {
    Expenses = "expenses",
    Tips = "tips",
    Loan = "loan",
    Allowance = "allowance",
});

named!(DeductionKind {
    Uniform = "uniform",
    Equipment = "equipment",
    Training = "training",
    DbsAdministration = "dbs_administration",
    Transport = "transport",
    EmployerOwnUse = "employer_own_use",
    DbsFee = "dbs_fee",
    Tax = "tax",
    Pension = "pension",
    UnionDues = "union_dues",
    ThirdParty = "third_party",
    LoanRepaid = "loan_repaid",
    Overpayment = "overpayment",
    Damage = "damage",
    Unknown = "unknown",
});

named!(CostKind {
    Uniform = "uniform",
    Phone = "phone",
    Mileage = "mileage",
    Parking = "parking",
    Fares = "fares",
    Equipment = "equipment",
    Training = "training",
    DbsAdministration = "dbs_administration",
    DbsFee = "dbs_fee",
    Other = "other",
});

named!(Nation {
    England = "england",
    NorthernIreland = "northern_ireland",
    Scotland = "scotland",
    Wales = "wales",
});

impl TimeKind {
    /// Whether time of this kind counts for the minimum wage (NMWR 30 to 35).
    #[must_use]
    pub const fn counts(self) -> bool {
        !matches!(self, TimeKind::HomeTravel | TimeKind::Break)
    }

    /// The step that counts it, or says why it does not count.
    pub(crate) const fn rule(self) -> Rule {
        match self {
            TimeKind::Work => Rule::HoursWork,
            TimeKind::Visits => Rule::HoursVisits,
            TimeKind::Travel => Rule::HoursTravel,
            TimeKind::Waiting => Rule::HoursWaiting,
            TimeKind::Training => Rule::HoursTraining,
            TimeKind::Handover => Rule::HoursHandover,
            TimeKind::HomeTravel => Rule::HoursHomeTravel,
            TimeKind::Break => Rule::HoursBreak,
        }
    }

    /// Where it stands in a case.
    #[must_use]
    pub const fn field(self) -> Field {
        Field::of(match self {
            TimeKind::Work => "hours",
            TimeKind::Visits => "time.visits",
            TimeKind::Travel => "time.travel",
            TimeKind::Waiting => "time.waiting",
            TimeKind::Training => "time.training",
            TimeKind::Handover => "time.handover",
            TimeKind::HomeTravel => "time.home_travel",
            TimeKind::Break => "time.breaks",
        })
    }
}

impl NotWagesKind {
    /// The step that takes it off.
    ///
    /// Tips paid through the payroll did count before 1 October 2009; no claim reaches back that
    /// far, so the rule of today is used for every period.
    pub(crate) const fn rule(self) -> Rule {
        match self {
            NotWagesKind::Expenses => Rule::NotWagesExpenses,
            NotWagesKind::Tips => Rule::NotWagesTips,
            NotWagesKind::Loan => Rule::NotWagesLoan,
            NotWagesKind::Allowance => Rule::NotWagesAllowance,
        }
    }
}

impl DeductionKind {
    /// Whether it takes away from the pay that counts, and why: kept by the employer or a cost of
    /// the job does (NMWR 12(1), 13), an exception (12(2)) or money for somebody else does not.
    /// `None`: that depends on who keeps it.
    #[must_use]
    pub const fn reduces(self) -> (Option<bool>, Source) {
        use DeductionKind as D;
        match self {
            D::Uniform | D::Equipment | D::Training => (Some(true), Source::Nmwr("13")),
            D::Transport | D::EmployerOwnUse => (Some(true), Source::Nmwr("12(1)")),
            D::DbsAdministration => (Some(true), Source::Manual("NMWM11090")),
            D::Unknown => (None, Source::Nmwr("12")),
            D::DbsFee => (Some(false), Source::Manual("NMWM11090")),
            D::Damage => (Some(false), Source::Nmwr("12(2)(a)")),
            D::LoanRepaid => (Some(false), Source::Nmwr("12(2)(b)")),
            D::Overpayment => (Some(false), Source::Nmwr("12(2)(c)")),
            D::Tax | D::Pension | D::UnionDues | D::ThirdParty => {
                (Some(false), Source::Manual("NMWM11180"))
            }
        }
    }
}

impl CostKind {
    /// Whether it takes away from the pay that counts: everything that the job needs, save the
    /// DBS fee, which is the worker's own (NMWM11090).
    #[must_use]
    pub const fn reduces(self) -> bool {
        !matches!(self, CostKind::DbsFee)
    }

    /// Whether a deduction of that kind can be for the same thing; one for
    /// [`DeductionKind::EmployerOwnUse`] can be for anything.
    pub(crate) const fn may_be(self, deduction: DeductionKind) -> bool {
        use CostKind as C;
        use DeductionKind as D;
        match deduction {
            D::Uniform => matches!(self, C::Uniform),
            D::Equipment => matches!(self, C::Equipment | C::Phone),
            D::Training => matches!(self, C::Training),
            D::DbsAdministration => matches!(self, C::DbsAdministration),
            D::Transport => matches!(self, C::Mileage | C::Parking | C::Fares),
            _ => false,
        }
    }
}

impl Nation {
    /// The care minimum of the nation, where there is one.
    #[must_use]
    pub const fn care_minimum(self) -> Option<ReferenceKind> {
        match self {
            Nation::Scotland => Some(ReferenceKind::CareScotland),
            Nation::Wales => Some(ReferenceKind::CareWales),
            // England has none; in Northern Ireland the Real Living Wage was not funded for
            // care staff (verified absent, November 2025).
            Nation::England | Nation::NorthernIreland => None,
        }
    }
}
