//! Posts that go out on a public holiday of the brand's country: worth knowing, no fault.

use super::{Row, Told};
use crate::domain::{FindingKind, Holidays, Severity};

/// Told once for each post and day.
pub(super) fn on_holiday(rows: &[Row], holidays: &Holidays, told: &mut Told) {
    let Some(code) = told.workspace.country.as_deref() else { return };
    let Some(country) = holidays.country(code) else { return };
    for row in rows {
        for outing in row.outings.iter().filter(|outing| !outing.out) {
            let date = outing.date();
            let Some(holiday) = country.on(date) else { continue };
            let kind = FindingKind::OnHoliday { holiday, date };
            if told.of(outing.entry).iter().any(|known| known.kind == kind) {
                continue;
            }
            told.tell(outing, row.channel, kind, Severity::Informs);
        }
    }
}
